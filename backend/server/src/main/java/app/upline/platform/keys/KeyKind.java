package app.upline.platform.keys;

import app.upline.platform.start.StartFailure;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kind of key: how it is written and what it is called.
 *
 * @param name for sentences, such as {@code keys of personal data}
 * @param setting the environment variable that it comes from; with {@code _FILE} behind it the one
 *     that names a file
 * @param form what such a variable is set to, for sentences
 * @param keptIn the file of a playground's data folder
 * @param guarded the kind by which the database knows them again; null where nothing that is there
 *     is lost with them
 * @param maker the text of new ones
 * @param parser throws {@link IllegalArgumentException} on any other text, with nothing of it
 */
public record KeyKind<K>(
    String name,
    String setting,
    String form,
    String keptIn,
    @Nullable String guarded,
    Supplier<String> maker,
    Function<String, K> parser) {

  StartFailure missing() {
    return new StartFailure(wanted());
  }

  K parse(String text) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("The %s cannot be read. %s".formatted(name, wanted()));
    }
  }

  private String wanted() {
    return "Set %1$s (or %1$s_FILE) to %2$s.".formatted(setting, form);
  }
}
