package app.upline.identity;

import app.upline.platform.start.KeptSecret;
import app.upline.platform.start.StartFailure;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the keys of access tokens. */
@Factory
final class TokenKeysFactory {
  /** Where a key may be made up: nobody's data is at stake. */
  private static final Set<String> PLAYGROUNDS = Set.of("local", Environment.TEST);

  private static final String MISSING =
      "Set UPLINE_TOKENS_SIGNING_KEY (or UPLINE_TOKENS_SIGNING_KEY_FILE) to a private key on P-256,"
          + " as PEM (PKCS #8), JWK or JWK set.";

  private static final String KEPT_IN = "token-signing-key.jwk";

  /** Made at the start, so that a missing key refuses the start and not the first sign-in. */
  @Context
  TokenKeys tokenKeys(
      TokenSettings settings,
      Environment environment,
      @Nullable @Value("${upline.data-dir:}") String dataFolder,
      Clock clock) {
    if (settings.signingKey() instanceof String text && !text.isBlank()) {
      return new TokenKeys(parse(text), null, clock);
    }
    if (settings.signingKeyFile() instanceof Path file) {
      return new TokenKeys(parse(read(file)), file, clock);
    }
    if (environment.getActiveNames().stream().anyMatch(PLAYGROUNDS::contains)
        && dataFolder != null
        && !dataFolder.isBlank()) {
      Path folder = Path.of(dataFolder);
      String kept =
          new KeptSecret(folder, KEPT_IN)
              .findOrMake(() -> SigningKey.random().key().toJSONString());
      return new TokenKeys(parse(kept), folder.resolve(KEPT_IN), clock);
    }
    throw new StartFailure(MISSING);
  }

  private static TokenKeySet parse(String text) {
    try {
      return TokenKeySet.parse(text);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("The signing key cannot be read. " + MISSING);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartFailure("The file of the signing key, %s, cannot be read.".formatted(file), e);
    }
  }
}
