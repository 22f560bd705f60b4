package app.upline.retention;

import app.upline.audit.Actor;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The command: looks through all organizations for what is older than the retention. */
@Singleton
public final class Purge {
  private static final int BATCH = 200;

  private final Database database;
  private final OrganizationPurge organizations;
  private final Retention retention;
  private final Clock clock;

  Purge(Database database, OrganizationPurge organizations, Retention retention, Clock clock) {
    this.database = database;
    this.organizations = organizations;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Tells what goes and what stays; run again after it was broken off, it does the rest.
   *
   * @param apply whether anything is removed
   * @param tell gets sentences with numbers and names of organizations
   */
  public void run(boolean apply, Consumer<String> tell) {
    Instant cutoff = cutoff();
    tell.accept(
        "%s what nothing has happened to since %s (%d years)."
            .formatted(apply ? "Removing" : "Looking for", cutoff, retention.years()));
    Consumer<PurgeScope> each = keeper -> report(keeper, purge(keeper, apply), apply, tell);
    for (PurgeScope.Kind kind : PurgeScope.Kind.values()) {
      switch (kind) {
        case AGENCY -> all(kind, "agency", each);
        case CARRIER -> all(kind, "carrier", each);
        case NOBODY ->
            each.accept(new PurgeScope(kind, Actor.NO_ORGANIZATION, "The service itself"));
      }
    }
    if (!apply) {
      tell.accept("Nothing was removed. APPLY=yes removes it.");
    }
  }

  /** What goes of one organization, and what stays although it is old. */
  PurgeReport purge(PurgeScope keeper, boolean apply) {
    return apply ? organizations.remove(keeper, cutoff()) : organizations.look(keeper, cutoff());
  }

  private Instant cutoff() {
    return retention.cutoff(clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static void report(
      PurgeScope keeper, PurgeReport tally, boolean apply, Consumer<String> tell) {
    String who = "%s (%s)".formatted(keeper.name(), keeper.id());
    String going = tally.goingInWords();
    String staying = tally.stayingInWords();
    if (!going.isEmpty()) {
      tell.accept("%s: %s %s.".formatted(who, apply ? "removed" : "to go", going));
    }
    if (!staying.isEmpty()) {
      tell.accept("%s: kept %s.".formatted(who, staying));
    }
  }

  private void all(PurgeScope.Kind kind, String table, Consumer<PurgeScope> each) {
    List<PurgeScope> some = keepers(kind, table, Ids.BEFORE_ALL);
    while (!some.isEmpty()) {
      some.forEach(each);
      some = keepers(kind, table, some.getLast().id());
    }
  }

  private List<PurgeScope> keepers(PurgeScope.Kind kind, String table, UUID after) {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    "select id, name from %s where id > ? order by id limit ?".formatted(table),
                    after,
                    BATCH),
                row -> new PurgeScope(kind, Database.uuid(row, "id"), row.getString("name"))));
  }
}
