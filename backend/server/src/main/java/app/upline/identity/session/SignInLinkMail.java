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

/** Writes the message with the link that lets its reader try to sign in; to accounts only. */
@Singleton
final class SignInLinkMail implements MailComposer {
  static final String KIND = "sign-in-link";

  private static final String TEXT =
      """
      Hello,

      somebody, probably you, could not sign in to Upline any more after too many attempts on this account. This link lets you try
      again, within an hour; you still need your password:

      %s

      If it was not you, leave this message alone: the link by itself opens nothing.
      """;

  private final People people;
  private final MailedLinks links;
  private final LinkSettings settings;
  private final Clock clock;

  SignInLinkMail(People people, MailedLinks links, LinkSettings settings, Clock clock) {
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
                    person.email(),
                    "Sign in to Upline",
                    TEXT.formatted(
                        links.make(
                            MailedLink.Purpose.SIGN_IN,
                            person.id(),
                            clock.instant().plus(settings.resetLife())))));
  }
}
