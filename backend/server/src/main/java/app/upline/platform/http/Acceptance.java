package app.upline.platform.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller accepts (RFC 9110, section 12.5.1). Of the ranges that a type is in, the one that
 * says most decides. What cannot be read says nothing.
 */
public final class Acceptance {
  private static final Pattern RANGE =
      Pattern.compile("\\s*([\\w!#$&^.+*-]+)/([\\w!#$&^.+*-]+)\\s*((?:;[^;]*)*)");
  private static final Pattern QUALITY =
      Pattern.compile("(?i);\\s*q\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;.*)?$");
  private static final String ANY = "*";

  private final List<Range> ranges;

  private record Range(String type, String subtype, BigDecimal quality) {
    boolean holds(String[] media) {
      return (type.equals(ANY) || type.equals(media[0]))
          && (subtype.equals(ANY) || subtype.equals(media[1]));
    }

    /** How much it says. */
    int precision() {
      return (type.equals(ANY) ? 0 : 1) + (subtype.equals(ANY) ? 0 : 1);
    }
  }

  private Acceptance(List<Range> ranges) {
    this.ranges = ranges;
  }

  public static Acceptance of(HttpRequest<?> request) {
    List<Range> ranges = new ArrayList<>();
    for (String header : request.getHeaders().getAll(HttpHeaders.ACCEPT)) {
      for (String one : header.split(",")) {
        Matcher range = RANGE.matcher(one);
        if (range.matches()) {
          ranges.add(
              new Range(
                  range.group(1).toLowerCase(Locale.ROOT),
                  range.group(2).toLowerCase(Locale.ROOT),
                  quality(range.group(3))));
        }
      }
    }
    return new Acceptance(ranges);
  }

  private static BigDecimal quality(String parameters) {
    Matcher quality = QUALITY.matcher(parameters);
    return quality.find() ? new BigDecimal(quality.group(1)) : BigDecimal.ONE;
  }

  /** How much a type is wanted, from 0, not at all, to 1. */
  public BigDecimal quality(CharSequence mediaType) {
    if (ranges.isEmpty()) {
      return BigDecimal.ONE;
    }
    String[] media = mediaType.toString().toLowerCase(Locale.ROOT).split("/", 2);
    Optional<Range> precise =
        ranges.stream()
            .filter(range -> range.holds(media))
            .reduce((one, other) -> other.precision() > one.precision() ? other : one);
    return precise.map(Range::quality).orElse(BigDecimal.ZERO);
  }

  public boolean takes(CharSequence mediaType) {
    return quality(mediaType).signum() > 0;
  }
}
