package app.upline.platform.code;

import app.upline.platform.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All values of a code list, found by code or by what a person calls them. */
public final class CodeList<E extends Coded> {

  private final List<E> values;
  private final Map<String, E> byCode = new HashMap<>();
  private final Map<String, E> byWord = new HashMap<>();

  private CodeList(List<E> values) {
    this.values = values;
    for (E value : values) {
      byCode.put(value.name(), value);
    }
    // Codes and labels win over aliases, whatever the order of the list.
    for (E value : values) {
      value.aliases().forEach(alias -> byWord.put(key(alias), value));
    }
    for (E value : values) {
      byWord.put(key(value.label()), value);
      byWord.put(key(value.name()), value);
    }
  }

  public static <E extends Enum<E> & Coded> CodeList<E> of(Class<E> type) {
    return new CodeList<>(List.copyOf(Arrays.asList(type.getEnumConstants())));
  }

  public List<E> values() {
    return values;
  }

  public List<String> labels() {
    return values.stream().map(Coded::label).toList();
  }

  /** Exactly the code, as the API wants it. */
  public Optional<E> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The code, the label or an alias, whatever its case, punctuation, spacing or plural; none with a
   * sign beside it, such as a box that may be ticked or not.
   */
  public Optional<E> byWord(String word) {
    return Words.hasSign(word) ? Optional.empty() : Optional.ofNullable(byWord.get(key(word)));
  }

  private static String key(String word) {
    String squeezed = Words.squeeze(word);
    return squeezed.length() > 3 && squeezed.endsWith("s")
        ? squeezed.substring(0, squeezed.length() - 1)
        : squeezed;
  }
}
