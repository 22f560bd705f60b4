package app.upline.identity.singlesignon;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator asks for.
 *
 * @param secret null keeps the one before, as long as issuer and client stay
 */
public record IdentityProviderDraft(
    IdentityProvider.Connection connection, @Nullable String secret) {

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "IdentityProviderDraft[%s]".formatted(connection);
  }
}
