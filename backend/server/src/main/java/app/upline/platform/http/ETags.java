package app.upline.platform.http;

import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110, section 8.8.3) and the preconditions made of them. */
public final class ETags {
  private static final String ANY = "*";
  private static final String WEAK = "W/";
  private static final Pattern STRONG = Pattern.compile("\"[^\"]*\"");

  private ETags() {}

  /** The tag of a version number: {@code "3"}, quotes included. */
  public static String of(long version) {
    return of(Long.toString(version));
  }

  /** The tag of an opaque version, such as a hash: quotes are put around it. */
  public static String of(String version) {
    return '"' + version + '"';
  }

  /**
   * The version that a caller who wants to change something has seen.
   *
   * @param ifMatch the header {@code If-Match}: tags parted by commas, or {@code *} alone; a weak
   *     tag never matches, nor does {@code *} among others
   * @throws ProblemException 428 without the header
   */
  public static ExpectedVersion expected(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw ProblemException.of(
          ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag you last saw.");
    }
    return ifMatch.strip().equals(ANY)
        ? new ExpectedVersion.Any()
        : new ExpectedVersion.OneOf(
            tags(ifMatch)
                .filter(tag -> STRONG.matcher(tag).matches())
                .map(tag -> tag.substring(1, tag.length() - 1))
                .collect(Collectors.toSet()));
  }

  /** Whether a caller who sends this {@code If-None-Match} has the current version already. */
  static boolean isKnown(String ifNoneMatch, String current) {
    String currentOpaque = opaque(current);
    return tags(ifNoneMatch).anyMatch(tag -> tag.equals(ANY) || opaque(tag).equals(currentOpaque));
  }

  private static Stream<String> tags(String header) {
    return Arrays.stream(header.split(",")).map(String::strip).filter(tag -> !tag.isEmpty());
  }

  private static String opaque(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
