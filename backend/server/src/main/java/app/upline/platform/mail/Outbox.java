package app.upline.platform.mail;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where rooms put mail. */
@Singleton
public class Outbox {
  private final QueuedMails mails;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  Outbox(QueuedMails mails, Database database, Ids ids, Clock clock) {
    this.mails = mails;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Puts a message down, in the transaction at hand: it is sent if, and only if, that commits.
   *
   * @param kind whose composer writes it
   * @param subjectId what it is about
   */
  public void put(String kind, String recipient, @Nullable UUID subjectId) {
    Instant now = clock.instant();
    QueuedMail mail =
        new QueuedMail(ids.next(), kind, recipient, subjectId, now, now, 0, null, null);
    database.writing(() -> mails.save(mail));
  }
}
