package app.upline.notification;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.TeamMembers;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.JsonCodes;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses of teams, one for each organization, kept by its administrators. */
@Singleton
public final class TeamMailboxes {

  private final Database database;
  private final AuditTrail audit;

  TeamMailboxes(Database database, AuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  /** That of the caller's organization. */
  public TeamMailbox of(CurrentUser user) {
    return database.reading(() -> find(user.organizationId(), ""));
  }

  /**
   * Enters it, or takes it away.
   *
   * @param address null for none
   */
  public Outcome<TeamMailbox> replace(
      CurrentUser user, ExpectedVersion expected, @Nullable String address, Set<Topic> topics) {
    Optional<String> canonical = Optional.ofNullable(address).flatMap(TeamMembers::canonical);
    if (address != null && canonical.isEmpty()) {
      return Outcome.invalid("/address", "INVALID_EMAIL", "This is not an e-mail address.");
    }
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          TeamMailbox before = find(user.organizationId(), "for update");
          TeamMailbox after = new TeamMailbox(canonical.orElse(null), topics, before.version() + 1);
          return expected.ifCurrent(before.version(), () -> saved(user, before, after));
        });
  }

  private Outcome<TeamMailbox> saved(CurrentUser user, TeamMailbox before, TeamMailbox after) {
    // Of two who are the first, the database takes one, and the other comes again.
    String sql =
        before.version() == 0
            ? "insert into team_mailbox (address, topics, version, organization_id) values (?, ?, ?, ?)"
            : "update team_mailbox set address = ?, topics = ?, version = ? where organization_id = ?";
    database.update(
        Sql.of(
            sql,
            after.address(),
            JsonCodes.of(after.topics()),
            after.version(),
            user.organizationId()));
    audit.changed("team-mailbox", user.organizationId(), null, before.digest(), after.digest());
    return Outcome.done(after);
  }

  /** Where a team is told of a topic. */
  Optional<String> of(UUID organizationId, Topic topic) {
    TeamMailbox mailbox = find(organizationId, "");
    return Optional.ofNullable(mailbox.address())
        .filter(address -> mailbox.topics().contains(topic));
  }

  private TeamMailbox find(UUID organizationId, String lock) {
    return database
        .first(
            Sql.of(
                "select address, topics, version from team_mailbox where organization_id = ? "
                    + lock,
                organizationId),
            row ->
                new TeamMailbox(
                    row.getString("address"),
                    JsonCodes.read(row.getString("topics"), Topic.class),
                    row.getInt("version")))
        .orElse(TeamMailbox.NONE);
  }
}
