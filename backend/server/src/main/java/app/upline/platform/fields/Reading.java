package app.upline.platform.fields;

/** What came of reading a value. */
public sealed interface Reading<T> {

  /** It is this. */
  record Value<T>(T value) implements Reading<T> {}

  /** There is none. */
  record Absent<T>() implements Reading<T> {}

  /**
   * It cannot be read as what the field holds.
   *
   * @param shape true when the JSON type itself is wrong, which is the caller's program's fault
   *     rather than its user's
   */
  record Bad<T>(String code, String message, boolean shape) implements Reading<T> {}

  static <T> Reading<T> value(T value) {
    return new Value<>(value);
  }

  static <T> Reading<T> absent() {
    return new Absent<>();
  }

  static <T> Reading<T> bad(String code, String message) {
    return new Bad<>(code, message, false);
  }

  static <T> Reading<T> wrongShape(String message) {
    return new Bad<>("WRONG_TYPE", message, true);
  }
}
