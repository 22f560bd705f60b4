package app.upline.identity;

import app.upline.audit.Digest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the administrators of the organization see one.
 *
 * @param active whether the account can sign in
 * @param version grows with every change
 * @param lastSignInAt null for a person who never signed in
 */
public record User(
    UUID id,
    String name,
    String email,
    Set<Role> roles,
    boolean active,
    boolean secondFactor,
    int version,
    Instant createdAt,
    @Nullable Instant lastSignInAt) {

  public String digest() {
    return Digest.of(id, name, email, roles.stream().sorted().toList(), active, secondFactor);
  }
}
