package app.upline.assignment;

import app.upline.identity.CurrentUser;
import app.upline.identity.User;
import app.upline.identity.people.Colleague;
import app.upline.identity.people.Colleagues;
import app.upline.identity.people.UserAdministration;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An administrator hands the open work of one of the own people to another one. */
@Singleton
public class HandOver {

  private final UserAdministration people;
  private final Colleagues colleagues;
  private final Transfers transfers;
  private final Database database;

  HandOver(
      UserAdministration people, Colleagues colleagues, Transfers transfers, Database database) {
    this.people = people;
    this.colleagues = colleagues;
    this.transfers = transfers;
    this.database = database;
  }

  /** How much changed hands, and who has it now. */
  public record Done(int count, @Nullable Colleague to) {}

  /**
   * Hands over all that is open.
   *
   * @param assigneeId null to leave it unassigned
   */
  public Outcome<Done> handOver(
      CurrentUser caller, UUID userId, ExpectedVersion expected, @Nullable UUID assigneeId) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<User> from = people.find(caller, userId);
          if (from.isEmpty()) {
            return Outcome.notFound("user");
          }
          return expected.ifCurrent(
              from.get().version(), () -> handedOver(caller, userId, assigneeId));
        });
  }

  private Outcome<Done> handedOver(CurrentUser caller, UUID userId, @Nullable UUID assigneeId) {
    Optional<Colleague> to =
        assigneeId == null || assigneeId.equals(userId)
            ? Optional.empty()
            : colleagues.hold(caller, assigneeId);
    if (assigneeId != null && to.isEmpty()) {
      return Outcome.invalid(List.of(WorkAssignments.unknownAssignee()));
    }
    int count =
        transfers.move(
            new WorkTransfer(
                caller.kind(), caller.organizationId(), userId, to.orElse(null), caller));
    return Outcome.done(new Done(count, to.orElse(null)));
  }
}
