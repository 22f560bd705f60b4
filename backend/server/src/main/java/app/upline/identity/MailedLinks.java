package app.upline.identity;

import app.upline.platform.http.ClientSource;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Links that are mailed: random, kept as a hash, good once and for a while. */
@Singleton
public class MailedLinks {
  private final MailedLinkRows rows;
  private final LinkSettings settings;
  private final Database database;
  private final Clock clock;

  MailedLinks(MailedLinkRows rows, LinkSettings settings, Database database, Clock clock) {
    this.rows = rows;
    this.settings = settings;
    this.database = database;
    this.clock = clock;
  }

  /** Whatever it was for, and why ever it does not work. */
  public static <T> Outcome<T> invalid() {
    return Outcome.invalid(
        "/token",
        "LINK_INVALID",
        "This link was used, has expired, or never worked; ask for a new one.");
  }

  /**
   * A new link; those of the same purpose for the same subject stop working.
   *
   * @return the whole address. What comes after {@code #} stays in the browser and in no log.
   */
  public String make(MailedLink.Purpose purpose, UUID subjectId, Instant expiresAt) {
    Instant now = clock.instant();
    Secret secret = Secret.random();
    database.writing(
        () -> {
          rows.expireAll(subjectId, purpose.name(), now);
          return rows.save(
              new MailedLink(secret.sha256(), purpose, subjectId, now, expiresAt, null, null));
        });
    String page =
        switch (purpose) {
          case INVITATION -> "/accept-invitation";
          case PASSWORD_RESET -> "/reset-password";
          case SIGN_IN -> "/sign-in";
          case EMAIL_CHANGE -> "/confirm-email";
        };
    return settings.baseUrl() + page + "#token=" + secret.value();
  }

  /** What a token is for, as long as it is good for it. */
  public Optional<UUID> subjectOf(MailedLink.Purpose purpose, Secret token) {
    return rows.findGood(token.sha256(), purpose.name(), clock.instant())
        .map(MailedLink::subjectId);
  }

  /** Uses it up, in the transaction at hand; false when another request was faster. */
  public boolean use(Secret token, ClientSource source) {
    return rows.use(token.sha256(), clock.instant(), source.address()) == 1;
  }

  public void expireAll(MailedLink.Purpose purpose, UUID subjectId) {
    rows.expireAll(subjectId, purpose.name(), clock.instant());
  }
}
