package app.upline.platform.fields;

import app.upline.platform.personal.PersonalDataKind;
import app.upline.platform.personal.PersonalNumbers;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every text of a form, whichever fields it has: none may hold a number by which a beneficiary is
 * known. A field that comes later is looked at without anybody's doing.
 */
public final class TextsWithNumbers {

  private TextsWithNumbers() {}

  /**
   * Faults those that hold one.
   *
   * @param before what the record said before may stay
   * @param except fields that are looked at elsewhere
   */
  public static <R> void refuse(
      FieldSet<R> fields,
      Draft<R> draft,
      @Nullable R before,
      Collection<? extends Field<R, ?>> except) {
    for (Field<R, ?> field : fields.all()) {
      if (!except.contains(field)) {
        refuse(draft, field, before);
      }
    }
  }

  private static <R, T> void refuse(Draft<R> draft, Field<R, T> field, @Nullable R before) {
    T value = draft.get(field);
    T was = before == null ? null : field.getter().apply(before);
    if (value != null
        && !value.equals(was)
        && draft.sound(field)
        && texts(value).anyMatch(PersonalNumbers::areIn)) {
      draft.fault(field, PersonalNumbers.CODE, PersonalNumbers.MESSAGE);
    }
  }

  /**
   * A text with such a number; never the number itself.
   *
   * @param pointer where it is in the JSON form
   */
  public record Found(String pointer, Set<PersonalDataKind> kinds) {}

  /**
   * Those of a record that hold one: of one that was recorded before anybody looked.
   *
   * @param except fields that are looked at elsewhere
   */
  public static <R> Stream<Found> in(
      FieldSet<R> fields, R recorded, Collection<? extends Field<R, ?>> except) {
    return fields.all().stream()
        .filter(field -> !except.contains(field))
        .map(
            field ->
                new Found(
                    field.pointer(),
                    texts(field.getter().apply(recorded))
                        .flatMap(text -> PersonalNumbers.kinds(text).stream())
                        .collect(Collectors.toSet())))
        .filter(found -> !found.kinds().isEmpty());
  }

  /** The texts in a value of any kind. */
  private static Stream<String> texts(@Nullable Object value) {
    return switch (value) {
      case String text -> Stream.of(text);
      case List<?> several ->
          several.stream().filter(String.class::isInstance).map(String.class::cast);
      case null, default -> Stream.empty();
    };
  }
}
