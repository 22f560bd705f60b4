package app.upline.identity;

import app.upline.platform.mail.Outbox;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Tells people, in the transaction of what they are told about. */
@Singleton
public class Notices {
  private final People people;
  private final UserRows users;
  private final Outbox outbox;

  Notices(People people, UserRows users, Outbox outbox) {
    this.people = people;
    this.users = users;
    this.outbox = outbox;
  }

  /** Tells a person about their own account; machines have no address. */
  public void tell(Notice notice, UUID userId) {
    Optional<String> address = people.emailOf(userId);
    address.ifPresent(to -> outbox.put(notice.kind(), to, userId));
  }

  /** Tells the active administrators, but for the one concerned, who is told apart. */
  public void tellAdministrators(
      Notice notice, OrganizationKind kind, UUID organizationId, Optional<UUID> concerned) {
    users.administrators(kind, organizationId).stream()
        .filter(id -> concerned.filter(id::equals).isEmpty())
        .forEach(id -> tell(notice, id));
  }

  public void tellAdministrators(Notice notice, CurrentUser caller) {
    tellAdministrators(notice, caller.kind(), caller.organizationId(), Optional.empty());
  }
}
