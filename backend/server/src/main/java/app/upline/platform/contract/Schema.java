package app.upline.platform.contract;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the contract says of a value: a schema of OpenAPI 3.0, as far as the contract uses it. */
public final class Schema {

  private final Map<?, ?> written;
  private final ContractDocument contract;
  private final @Nullable Pattern pattern;
  private volatile @Nullable Map<String, Schema> properties;

  private Schema(Map<?, ?> written, ContractDocument contract) {
    this.written = written;
    this.contract = contract;
    this.pattern = written.get("pattern") instanceof String text ? Pattern.compile(text) : null;
  }

  static Schema of(Object written, ContractDocument contract) {
    return new Schema(contract.resolve(written), contract);
  }

  /** {@code string}, {@code integer} and so on; null where any will do. */
  public @Nullable String type() {
    return (String) written.get("type");
  }

  public boolean is(String type) {
    return type.equals(type());
  }

  public String format() {
    return written.get("format") instanceof String format ? format : "";
  }

  /** Whether it is the content of a file, and not a text. */
  public boolean isFile() {
    return format().equals("binary");
  }

  /** The codes that it may be; empty where it is no code. */
  public List<String> codes() {
    return written.get("enum") instanceof List<?> codes
        ? codes.stream().filter(Objects::nonNull).map(Object::toString).toList()
        : List.of();
  }

  @Nullable Pattern pattern() {
    return pattern;
  }

  @Nullable Integer number(String keyword) {
    return (Integer) written.get(keyword);
  }

  @Nullable BigDecimal bound(String keyword) {
    return written.get(keyword) instanceof Number number ? new BigDecimal(number.toString()) : null;
  }

  @Nullable String example() {
    return written.get("example") == null ? null : written.get("example").toString();
  }

  boolean unique() {
    return Boolean.TRUE.equals(written.get("uniqueItems"));
  }

  /** Whether it has no members but those named. */
  public boolean closed() {
    return Boolean.FALSE.equals(written.get("additionalProperties"));
  }

  public Set<String> required() {
    return written.get("required") instanceof List<?> names
        ? names.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** The members by name, in the contract's order. */
  public Map<String, Schema> properties() {
    Map<String, Schema> known = properties;
    if (known == null) {
      Map<String, Schema> read = new LinkedHashMap<>();
      if (written.get("properties") instanceof Map<?, ?> members) {
        members.forEach((name, schema) -> read.put(name.toString(), of(schema, contract)));
      }
      properties = known = read;
    }
    return known;
  }

  /** What the items of a list are; null where any will do. */
  @Nullable Schema items() {
    return written.get("items") == null ? null : of(written.get("items"), contract);
  }
}
