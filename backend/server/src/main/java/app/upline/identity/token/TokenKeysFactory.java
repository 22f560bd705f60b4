package app.upline.identity.token;

import app.upline.platform.keys.KeyKind;
import app.upline.platform.keys.KeySource;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.time.Clock;

/** Finds the keys of access tokens. */
@Factory
final class TokenKeysFactory {
  static final KeyKind<TokenKeySet> KIND =
      new KeyKind<>(
          "signing key",
          "UPLINE_TOKENS_SIGNING_KEY",
          "a private key on P-256, as PEM (PKCS #8), JWK or JWK set",
          "token-signing-key.jwk",
          null,
          () -> SigningKey.random().key().toJSONString(),
          TokenKeySet::parse);

  /** Made at the start, so that a missing key refuses the start and not the first sign-in. */
  @Context
  TokenKeys tokenKeys(TokenSettings settings, KeySource source, Clock clock) {
    return new TokenKeys(
        source.watch(KIND, settings.signingKey(), settings.signingKeyFile()), clock);
  }
}
