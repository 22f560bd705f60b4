package app.upline.platform.encryption;

import app.upline.platform.keys.UnkeptSecrets;
import app.upline.platform.start.KeptSecret;
import app.upline.platform.start.StartFailure;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the keys of personal data. */
@Factory
final class DataKeysFactory {
  /** Where a key may be made up: nobody's data is at stake. */
  private static final Set<String> PLAYGROUNDS = Set.of("local", Environment.TEST);

  private static final String KEPT_IN = "personal-data-keys";
  private static final String MISSING =
      "Set UPLINE_PERSONAL_DATA_KEYS (or UPLINE_PERSONAL_DATA_KEYS_FILE) to one or more keys such as"
          + " 1:<32 bytes in base64>, the one to encrypt with first.";

  /** Made at the start, so that a missing key refuses the start and not the first use. */
  @Context
  DataKeys dataKeys(
      DataKeySettings settings,
      Environment environment,
      UnkeptSecrets unkept,
      @Nullable @Value("${upline.data-dir:}") String dataFolder) {
    if (settings.keys() instanceof String text && !text.isBlank()) {
      return parse(text);
    }
    if (settings.keysFile() instanceof Path file) {
      return parse(read(file));
    }
    if (environment.getActiveNames().stream().anyMatch(PLAYGROUNDS::contains)
        && dataFolder != null
        && !dataFolder.isBlank()) {
      return parse(
          unkept.findOrMake(
              GuardedDataKeys.KIND,
              new KeptSecret(Path.of(dataFolder), KEPT_IN),
              DataKeys::random));
    }
    throw new StartFailure(MISSING);
  }

  private static DataKeys parse(String text) {
    try {
      return DataKeys.parse(text);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("The keys of personal data cannot be read. " + MISSING);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartFailure(
          "The file of the keys of personal data, %s, cannot be read.".formatted(file), e);
    }
  }
}
