package app.upline.notification;

import app.upline.identity.PageLinks;
import app.upline.identity.TeamMembers;
import app.upline.platform.mail.Mail;
import app.upline.platform.mail.MailComposer;
import app.upline.platform.mail.QueuedMail;
import app.upline.platform.persistence.Database;
import app.upline.work.Subject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes what people are told by mail. Mail is read by many eyes: it says what happened to which
 * thing, and nothing of what is in it.
 */
@Singleton
final class NotificationMail implements MailComposer {

  static final String TO_PERSON = "notification";
  static final String TO_TEAM = "team-notification";
  static final String DIGEST = "notification-digest";

  private static final int MOST_IN_A_DIGEST = 100;

  private static final String TEXT =
      """
      Hello,

      %s

      %s

      %s
      """;
  private static final String OWN_CHOICE = "How you are told stands at %s.";
  private static final String OF_THE_TEAM =
      "This address is told of it because an administrator of your organization entered it at Upline.";

  private final NotificationRows rows;
  private final NotificationReading reading;
  private final TeamMembers members;
  private final PageLinks links;
  private final Database database;

  NotificationMail(
      NotificationRows rows,
      NotificationReading reading,
      TeamMembers members,
      PageLinks links,
      Database database) {
    this.rows = rows;
    this.reading = reading;
    this.members = members;
    this.links = links;
    this.database = database;
  }

  @Override
  public String kind() {
    return TO_PERSON;
  }

  @Override
  public List<String> kinds() {
    return List.of(TO_PERSON, TO_TEAM, DIGEST);
  }

  @Override
  public Optional<Mail> compose(QueuedMail queued) {
    UUID id = Objects.requireNonNull(queued.subjectId());
    return database.reading(
        () ->
            switch (queued.kind()) {
              case TO_PERSON -> toPerson(id);
              case TO_TEAM -> reading.ofEvent(id).map(told -> mail(told, OF_THE_TEAM));
              default -> digest(id, LocalDate.ofInstant(queued.createdAt(), ZoneOffset.UTC));
            });
  }

  /** Nothing, where it was read meanwhile or the account has been disabled. */
  private Optional<Mail> toPerson(UUID id) {
    return rows.findById(id)
        .flatMap(
            row ->
                members
                    .addressOf(row.userId())
                    .flatMap(address -> toPerson(address, row.userId(), id)));
  }

  private Optional<Mail> toPerson(String address, UUID userId, UUID id) {
    return reading
        .find(userId, id)
        .filter(told -> told.readAt() == null)
        .map(told -> mail(told, ownChoice()))
        .map(mail -> new Mail(address, mail.subject(), mail.text()));
  }

  private Mail mail(Notification told, String footer) {
    return new Mail(
        told.text(), TEXT.formatted(told.text(), links.to(page(told.subject())), footer));
  }

  private Optional<Mail> digest(UUID userId, LocalDate day) {
    List<Notification> all = reading.digest(userId, day, MOST_IN_A_DIGEST + 1);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String lines =
        all.stream()
            .limit(MOST_IN_A_DIGEST)
            .map(told -> "- %s\n  %s".formatted(told.text(), links.to(page(told.subject()))))
            .collect(Collectors.joining("\n"));
    String rest = all.size() > MOST_IN_A_DIGEST ? "\n- There is more: see all of it below." : "";
    return members
        .addressOf(userId)
        .map(
            address ->
                new Mail(
                    address,
                    "Upline: what happened until " + day,
                    TEXT.formatted(lines + rest, links.to("/notifications"), ownChoice())));
  }

  private String ownChoice() {
    return OWN_CHOICE.formatted(links.to("/notification-settings"));
  }

  private static String page(Subject subject) {
    String id = subject.id() == null ? "" : "/" + subject.id();
    return switch (subject.kind()) {
      case SUBMISSION -> "/submissions" + id;
      case INCIDENT, FINDING -> "/incidents" + id;
      case CORRECTIVE_ACTION_PLAN -> "/corrective-action-plans" + id;
      case REPORTING_PERIOD -> "/reporting-periods";
      case RELATIONSHIPS -> "/relationships";
      case POLICY, CARRIER -> "/carriers" + id;
      case AGENCY -> "/agencies" + id;
      case ANNOUNCEMENT -> "/announcements" + id;
      case RESOURCE -> "/resources" + id;
      case ROLE_CHANGE -> "/role-changes" + id;
      case WORK_LIST -> "/work";
    };
  }
}
