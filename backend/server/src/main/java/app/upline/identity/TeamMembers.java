package app.upline.identity;

import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The active people of an organization, to tell them something. */
@Singleton
public final class TeamMembers {

  private final Database database;
  private final UserRows rows;

  TeamMembers(Database database, UserRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Those with any of the roles; machines are no people. */
  public List<User> withAnyRole(UUID organizationId, Set<Role> roles) {
    return database.reading(() -> rows.activeWithAnyRole(organizationId, roles));
  }

  /** Where a person is written to now; empty for a disabled account. */
  public Optional<String> addressOf(UUID userId) {
    return database.reading(() -> rows.activeAddressOf(userId));
  }

  /** An address in the form in which it is kept; empty where it is none. */
  public static Optional<String> canonical(String address) {
    return EmailAddress.canonical(address);
  }
}
