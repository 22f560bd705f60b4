package app.upline.platform.oidc;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a person who has signed in there.
 *
 * @param emailVerified whether the provider has seen that the address is this person's
 * @param values the values of the claim that was asked for, none where it is missing
 */
public record ProviderClaims(
    String subject,
    @Nullable String email,
    boolean emailVerified,
    @Nullable String name,
    Set<String> values) {

  /** Keeps the person out of logs. */
  @Override
  public String toString() {
    return "ProviderClaims";
  }
}
