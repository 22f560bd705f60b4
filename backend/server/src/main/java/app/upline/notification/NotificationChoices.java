package app.upline.notification;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.Role;
import app.upline.identity.User;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How people want to be told by mail: as they chose, else as their roles suggest. */
@Singleton
public final class NotificationChoices {

  private final Database database;
  private final AuditTrail audit;

  NotificationChoices(Database database, AuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  /** How the caller is told. */
  public NotificationSettings of(CurrentUser user) {
    return database.reading(() -> find(user, ""));
  }

  /** Replaces the choices; a topic that is left out goes as the role suggests. */
  public Outcome<NotificationSettings> choose(
      CurrentUser user, ExpectedVersion expected, Map<Topic, MailChoice> mail) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          NotificationSettings before = find(user, "for update");
          return expected.ifCurrent(before.version(), () -> saved(user, before, mail));
        });
  }

  private Outcome<NotificationSettings> saved(
      CurrentUser user, NotificationSettings before, Map<Topic, MailChoice> mail) {
    // Of two who are the first, the database takes one, and the other comes again.
    String sql =
        before.version() == 0
            ? "insert into notification_preference (user_id, version) values (?, 1)"
            : "update notification_preference set version = version + 1 where user_id = ?";
    database.update(Sql.of(sql, user.id()));
    database.update(Sql.of("delete from notification_choice where user_id = ?", user.id()));
    database.batch(
        "insert into notification_choice (user_id, topic, mail) values (?, ?, ?)",
        mail.entrySet().stream()
            .map(choice -> List.of(user.id(), choice.getKey(), choice.getValue()))
            .toList());
    NotificationSettings after = find(user, "");
    audit.changed("notification-settings", user.id(), null, before.digest(), after.digest());
    return Outcome.done(after);
  }

  private NotificationSettings find(CurrentUser user, String lock) {
    int version =
        database
            .first(
                Sql.of(
                    "select version from notification_preference where user_id = ? " + lock,
                    user.id()),
                row -> row.getInt(1))
            .orElse(0);
    Map<Topic, MailChoice> mail = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      mail.put(topic, usual(topic, user.roles()));
    }
    database.query(
        Sql.of("select topic, mail from notification_choice where user_id = ?", user.id()),
        row ->
            mail.put(
                Topic.valueOf(row.getString("topic")), MailChoice.valueOf(row.getString("mail"))));
    return new NotificationSettings(mail, version);
  }

  /** How each of these is told of a topic. */
  Map<UUID, MailChoice> of(List<User> people, Topic topic) {
    Map<UUID, MailChoice> mail = new HashMap<>();
    if (people.isEmpty()) {
      return mail;
    }
    people.forEach(person -> mail.put(person.id(), usual(topic, person.roles())));
    database.query(
        Sql.of("select user_id, mail from notification_choice where topic = ?", topic)
            .addIn("and user_id in", people.stream().map(User::id).toList()),
        row -> mail.put(uuid(row, "user_id"), MailChoice.valueOf(row.getString("mail"))));
    return mail;
  }

  /** The most eager of what the roles suggest. */
  private static MailChoice usual(Topic topic, Collection<Role> roles) {
    return roles.stream().map(topic::usual).min(Comparator.naturalOrder()).orElse(MailChoice.NONE);
  }
}
