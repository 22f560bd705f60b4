package app.upline.retention;

import app.upline.audit.Actor;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** The command: looks through all organisations for what is older than the retention. */
@Singleton
public final class Purge {
  private static final int BATCH = 200;

  private final Database database;
  private final OrganisationPurge organisations;
  private final Retention retention;
  private final Clock clock;

  Purge(Database database, OrganisationPurge organisations, Retention retention, Clock clock) {
    this.database = database;
    this.organisations = organisations;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Tells what goes and what stays; run again after it was broken off, it does the rest.
   *
   * @param apply whether anything is removed
   * @param tell gets sentences with numbers and names of organisations
   */
  public void run(boolean apply, Consumer<String> tell) {
    Instant cutoff = cutoff();
    tell.accept(
        "%s what nothing has happened to since %s (%d years)."
            .formatted(apply ? "Removing" : "Looking for", cutoff, retention.years()));
    for (Keeper.Kind kind : Keeper.Kind.values()) {
      List<Keeper> some = keepers(kind, "");
      while (!some.isEmpty()) {
        some.forEach(keeper -> report(keeper, purge(keeper, apply), apply, tell));
        some = keepers(kind, some.getLast().id().toString());
      }
    }
    if (!apply) {
      tell.accept("Nothing was removed. APPLY=yes removes it.");
    }
  }

  /** What goes of one organisation, and what stays although it is old. */
  Tally purge(Keeper keeper, boolean apply) {
    return apply ? organisations.remove(keeper, cutoff()) : organisations.look(keeper, cutoff());
  }

  private Instant cutoff() {
    return retention.cutoff(clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static void report(Keeper keeper, Tally tally, boolean apply, Consumer<String> tell) {
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

  private List<Keeper> keepers(Keeper.Kind kind, String after) {
    return switch (kind) {
      case AGENCY -> keepers(kind, "agency", after);
      case CARRIER -> keepers(kind, "carrier", after);
      case NOBODY ->
          after.isEmpty()
              ? List.of(new Keeper(kind, Actor.NO_ORGANISATION, "The service itself"))
              : List.of();
    };
  }

  private List<Keeper> keepers(Keeper.Kind kind, String table, String after) {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    "select id, name from %s where id > ? order by id limit ?".formatted(table),
                    after,
                    BATCH),
                row -> new Keeper(kind, Database.uuid(row, "id"), row.getString("name"))));
  }
}
