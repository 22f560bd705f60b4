package app.upline.identity.account;

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

/**
 * Writes the message by which a mailbox confirms an address. Whether an account has that address
 * already is told to its owner alone, never to the person who enters it.
 */
@Singleton
final class EmailChangeMail implements MailComposer {
  static final String KIND = "email-change";

  private static final String TEXT =
      """
      Hello,

      somebody, probably you, wants to sign in to Upline by this address from now on. Confirm it here, within an hour:

      %s

      If it was not you, leave this message alone: nothing changes.
      """;

  private static final String KNOWN_ALREADY =
      """
      Hello,

      somebody, probably you, wants to sign in to Upline by this address from now on. It is the address of an account already, and an
      address belongs to one account: use another one, or sign in with the account that has it.
      """;

  private final EmailChanges changes;
  private final People people;
  private final MailedLinks links;
  private final Database database;
  private final Clock clock;

  EmailChangeMail(
      EmailChanges changes, People people, MailedLinks links, Database database, Clock clock) {
    this.changes = changes;
    this.people = people;
    this.links = links;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> compose(QueuedMail queued) {
    return database.writing(
        () ->
            changes
                .findById(Objects.requireNonNull(queued.subjectId()))
                .filter(change -> clock.instant().isBefore(change.expiresAt()))
                .map(this::mail));
  }

  private Mail mail(EmailChange change) {
    boolean known = people.findByEmail(change.email()).isPresent();
    return new Mail(
        change.email(),
        "Confirm your e-mail address for Upline",
        known
            ? KNOWN_ALREADY
            : TEXT.formatted(
                links.make(MailedLink.Purpose.EMAIL_CHANGE, change.id(), change.expiresAt())));
  }
}
