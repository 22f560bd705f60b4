package app.upline.identity.session;

import app.upline.identity.LinkSettings;
import app.upline.identity.MailedLink;
import app.upline.identity.MailedLinks;
import app.upline.identity.People;
import app.upline.identity.Person;
import app.upline.platform.mail.Mail;
import app.upline.platform.mail.MailComposer;
import app.upline.platform.mail.QueuedMail;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Writes the message with the link to choose a new password, to account owners only. */
@Singleton
public final class ResetMail implements MailComposer {
  public static final String KIND = "password-reset";

  private static final String TEXT =
      """
      Hello,

      somebody, probably you, asked for a new password for this address at Upline. Choose one here, within an hour:

      %s

      If it was not you, leave this message alone: your password stays as it is.
      """;

  private final People people;
  private final MailedLinks links;
  private final LinkSettings settings;
  private final Clock clock;

  ResetMail(People people, MailedLinks links, LinkSettings settings, Clock clock) {
    this.people = people;
    this.links = links;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> compose(QueuedMail queued) {
    return people
        .findByEmail(queued.recipient())
        .filter(Person::active)
        .map(
            person ->
                new Mail(
                    // Never to the address that the caller typed.
                    person.email(),
                    "Choose a new password for Upline",
                    TEXT.formatted(
                        links.make(
                            MailedLink.Purpose.PASSWORD_RESET,
                            person.id(),
                            clock.instant().plus(settings.resetLife())))));
  }
}
