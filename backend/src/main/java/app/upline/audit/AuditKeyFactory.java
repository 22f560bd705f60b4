package app.upline.audit;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the keys of the trail at the start, so that a missing one refuses it. */
@Factory
final class AuditKeyFactory {
  /** Where a key may be made up: nobody's data is at stake. */
  private static final Set<String> PLAYGROUNDS = Set.of("local", Environment.TEST);

  private static final String KEYS_MISSING =
      "Set UPLINE_AUDIT_KEYS (or UPLINE_AUDIT_KEYS_FILE) to one or more keys such as"
          + " 1:<32 bytes in base64>, the one for new events first.";

  private static final String HEAD_KEYS_MISSING =
      "Set UPLINE_AUDIT_HEAD_KEYS (or UPLINE_AUDIT_HEAD_KEYS_FILE) to 32 random bytes in base64, such"
          + " as `openssl rand -base64 32` prints; former keys after the new one.";

  private final @Nullable Path playground;
  private final UnkeptSecrets unkept;

  AuditKeyFactory(
      Environment environment,
      UnkeptSecrets unkept,
      @Nullable @Value("${upline.data-dir:}") String dataFolder) {
    this.unkept = unkept;
    boolean allowed = environment.getActiveNames().stream().anyMatch(PLAYGROUNDS::contains);
    playground =
        allowed && dataFolder != null && !dataFolder.isBlank() ? Path.of(dataFolder) : null;
  }

  @Context
  AuditKeys auditKeys(AuditSettings settings) {
    String text =
        secret(
            settings.keys(),
            settings.keysFile(),
            GuardedAuditKeys.KIND,
            "audit-keys",
            AuditKeys::random,
            KEYS_MISSING);
    try {
      return AuditKeys.parse(text);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("The keys of the audit trail cannot be read. " + KEYS_MISSING);
    }
  }

  @Context
  HeadKeys headKeys(AuditSettings settings) {
    String text =
        secret(
            settings.headKeys(),
            settings.headKeysFile(),
            GuardedHeadKeys.KIND,
            "audit-head-keys",
            HeadKey::random,
            HEAD_KEYS_MISSING);
    try {
      return HeadKeys.parse(text);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("The keys that sign audit heads cannot be read. " + HEAD_KEYS_MISSING);
    }
  }

  private String secret(
      @Nullable String text,
      @Nullable Path file,
      String kind,
      String keptIn,
      Supplier<String> maker,
      String missing) {
    if (text != null && !text.isBlank()) {
      return text;
    }
    if (file != null) {
      return read(file);
    }
    if (playground != null) {
      return unkept.findOrMake(kind, new KeptSecret(playground, keptIn), maker);
    }
    throw new StartFailure(missing);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartFailure(
          "A file of the audit trail's keys, %s, cannot be read.".formatted(file), e);
    }
  }
}
