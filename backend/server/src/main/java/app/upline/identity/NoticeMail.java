package app.upline.identity;

import app.upline.platform.mail.Mail;
import app.upline.platform.mail.MailComposer;
import app.upline.platform.mail.QueuedMail;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes the {@link Notice}s, to the address that each account has by now. */
@Singleton
final class NoticeMail implements MailComposer {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final People people;

  NoticeMail(People people) {
    this.people = people;
  }

  @Override
  public String kind() {
    return Notice.values()[0].kind();
  }

  @Override
  public List<String> kinds() {
    return Arrays.stream(Notice.values()).map(Notice::kind).toList();
  }

  @Override
  public Optional<Mail> compose(QueuedMail queued) {
    Notice notice =
        Arrays.stream(Notice.values())
            .filter(one -> one.kind().equals(queued.kind()))
            .findFirst()
            .orElseThrow();
    return people
        .emailOf(Objects.requireNonNull(queued.subjectId()))
        .map(
            address ->
                new Mail(address, notice.subject(), notice.text(WHEN.format(queued.createdAt()))));
  }
}
