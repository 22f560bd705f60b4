package app.upline.platform.encryption;

import app.upline.platform.keys.KeyKind;
import app.upline.platform.keys.KeySource;
import app.upline.platform.keys.VersionedKeys;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;

/** Finds the keys of personal data. */
@Factory
final class DataKeysFactory {
  private static final KeyKind<DataKeys> KIND =
      new KeyKind<>(
          "keys of personal data",
          "UPLINE_PERSONAL_DATA_KEYS",
          "one or more keys such as 1:<32 bytes in base64>, the one to encrypt with first",
          "personal-data-keys",
          GuardedDataKeys.KIND,
          VersionedKeys::random,
          DataKeys::parse);

  /** Made at the start, so that a missing key refuses the start and not the first use. */
  @Context
  DataKeys dataKeys(DataKeySettings settings, KeySource source) {
    return source.read(KIND, settings.keys(), settings.keysFile());
  }
}
