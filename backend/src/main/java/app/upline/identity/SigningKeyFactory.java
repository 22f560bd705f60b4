package app.upline.identity;

import app.upline.platform.start.StartFailure;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the signing key, and lets tokens be verified by its public half. */
@Factory
final class SigningKeyFactory {
  /** Where a key may be made up: nobody's data is at stake. */
  private static final Set<String> PLAYGROUNDS = Set.of("local", Environment.TEST);

  private static final String MISSING =
      "Set UPLINE_TOKENS_SIGNING_KEY (or UPLINE_TOKENS_SIGNING_KEY_FILE) to a private key on P-256,"
          + " as PEM (PKCS #8) or JWK.";

  /** Made at the start, so that a missing key refuses the start and not the first sign-in. */
  @Context
  SigningKey signingKey(
      TokenSettings settings,
      Environment environment,
      @Nullable @Value("${upline.data-dir:}") String dataFolder) {
    if (settings.signingKey() instanceof String text && !text.isBlank()) {
      return parse(text);
    }
    if (settings.signingKeyFile() instanceof Path file) {
      return parse(read(file));
    }
    if (environment.getActiveNames().stream().anyMatch(PLAYGROUNDS::contains)
        && dataFolder != null
        && !dataFolder.isBlank()) {
      return new KeptSigningKey(Path.of(dataFolder)).findOrMake();
    }
    throw new StartFailure(MISSING);
  }

  /** What tokens are verified with: the public half of our key, nothing else. */
  @Singleton
  JWKSource<SecurityContext> verification(SigningKey key) {
    return new ImmutableJWKSet<>(new JWKSet(key.key().toPublicJWK()));
  }

  private static SigningKey parse(String text) {
    try {
      return SigningKey.parse(text);
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
