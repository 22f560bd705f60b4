package app.upline.identity.singlesignon;

import app.upline.audit.Digest;
import app.upline.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the people of an organization can sign in, besides here.
 *
 * @param connection null where there is no provider
 * @param version grows with every change, also with the removal
 */
public record IdentityProvider(@Nullable Connection connection, int version) {
  static final IdentityProvider NEVER = new IdentityProvider(null, 0);

  /**
   * What is agreed with the provider, but for the secret.
   *
   * @param client as what it knows us
   * @param rolesClaim the claim of the ID token that says what a person may do
   */
  public record Connection(
      String issuer, String client, String rolesClaim, List<MappedRole> roles) {
    public Connection {
      roles = List.copyOf(roles);
    }

    /** The roles of a person with these values of the claim. */
    Set<Role> rolesOf(Set<String> values) {
      Set<Role> all = EnumSet.noneOf(Role.class);
      roles.stream()
          .filter(mapped -> values.contains(mapped.value()))
          .forEach(mapped -> all.add(mapped.role()));
      return all;
    }

    /** Whether a secret of the one is a secret of the other. */
    boolean isSameClientAs(@Nullable Connection other) {
      return other != null && issuer.equals(other.issuer()) && client.equals(other.client());
    }
  }

  /** A value of the claim, and a role that it gives. */
  public record MappedRole(String value, Role role) {}

  @Nullable String digest() {
    return connection == null ? null : Digest.of(connection, version);
  }
}
