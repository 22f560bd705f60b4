package app.upline.identity.people;

import app.upline.identity.MailedLink;
import app.upline.identity.MailedLinks;
import app.upline.identity.People;
import app.upline.platform.mail.Mail;
import app.upline.platform.mail.MailComposer;
import app.upline.platform.mail.QueuedMail;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the message to an invited person. Whether the address has an account already, perhaps
 * elsewhere, is told to its owner alone, never to the person who invites.
 */
@Singleton
final class InvitationMail implements MailComposer {
  static final String KIND = "invitation";

  private static final String TEXT =
      """
      Hello,

      an administrator of %s invites you to Upline. Choose a password here, within seven days:

      %s

      If you do not know why, leave this message alone.
      """;

  private static final String KNOWN_ALREADY =
      """
      Hello,

      an administrator of %s invites you to Upline. This address has an account there already, and an account belongs to one
      organization: ask to be invited by another address, or sign in with the account you have.
      """;

  private final InvitationRows invitations;
  private final People people;
  private final MailedLinks links;
  private final Database database;
  private final Clock clock;

  InvitationMail(
      InvitationRows invitations,
      People people,
      MailedLinks links,
      Database database,
      Clock clock) {
    this.database = database;
    this.invitations = invitations;
    this.people = people;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> compose(QueuedMail queued) {
    UUID invitation = Objects.requireNonNull(queued.subjectId());
    return database.writing(
        () ->
            invitations
                .findByLink(invitation)
                .filter(found -> found.statusAt(clock.instant()) == Invitation.Status.PENDING)
                .map(this::mail));
  }

  private Mail mail(Invitation invitation) {
    String organization = people.nameOf(invitation.organizationId()).orElse("an organization");
    boolean known = people.findByEmail(invitation.email()).isPresent();
    return new Mail(
        "You are invited to Upline",
        known
            ? KNOWN_ALREADY.formatted(organization)
            : TEXT.formatted(
                organization,
                links.make(
                    MailedLink.Purpose.INVITATION, invitation.id(), invitation.expiresAt())));
  }
}
