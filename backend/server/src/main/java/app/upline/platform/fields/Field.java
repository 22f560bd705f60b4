package app.upline.platform.fields;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record {@code R}.
 *
 * @param key its short name, by which sheets and mappings know it
 * @param pointer where it is in the JSON form (RFC 6901)
 * @param label what people call it; also the header of its column
 * @param aliases other headers that agencies use for it
 * @param help what to enter, in a sentence
 * @param required whether a record without it is refused
 * @param anchor the key of the field on whose cell a fault is shown when no column holds this one
 */
public record Field<R, T>(
    String key,
    String pointer,
    String label,
    List<String> aliases,
    String help,
    boolean required,
    @Nullable String anchor,
    FieldKind<T> kind,
    Function<R, @Nullable T> getter) {

  public static <R, T> Field<R, T> of(
      String key,
      String pointer,
      String label,
      FieldKind<T> kind,
      Function<R, @Nullable T> getter) {
    return new Field<>(key, pointer, label, List.of(), "", false, null, kind, getter);
  }

  /** The same, and a record without it is refused. */
  public Field<R, T> mandatory() {
    return new Field<>(key, pointer, label, aliases, help, true, anchor, kind, getter);
  }

  public Field<R, T> help(String sentence) {
    return new Field<>(key, pointer, label, aliases, sentence, required, anchor, kind, getter);
  }

  public Field<R, T> alsoCalled(String... headers) {
    return new Field<>(key, pointer, label, List.of(headers), help, required, anchor, kind, getter);
  }

  public Field<R, T> anchoredTo(String otherKey) {
    return new Field<>(key, pointer, label, aliases, help, required, otherKey, kind, getter);
  }

  /**
   * By its key: a field of the same record is the same one whatever is said of it, and its getter,
   * a lambda, is equal to nothing but itself.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Field<?, ?> field
        && key.equals(field.key)
        && pointer.equals(field.pointer);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** The value in the record as people read it, or null. */
  public @Nullable String textIn(R record) {
    T value = getter.apply(record);
    return value == null || value.equals(List.of()) ? null : kind.toText(value);
  }
}
