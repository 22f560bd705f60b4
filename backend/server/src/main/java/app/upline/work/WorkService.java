package app.upline.work;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The work list of whoever asks: bounded by what it looks at of each kind, and not by what there
 * is.
 */
@Singleton
public final class WorkService {

  private static final int SHOWN = 50;

  /** Without a due day comes after all that have one; of the same day, what waits longest. */
  private static final Comparator<WorkItem> MOST_URGENT_FIRST =
      Comparator.comparing(WorkItem::urgency)
          .thenComparing(
              WorkItem::dueOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(WorkItem::kind)
          .thenComparing(WorkItem::since, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

  private final Database database;
  private final List<WorkSource> sources;

  WorkService(Database database, List<WorkSource> sources) {
    this.database = database;
    this.sources = List.copyOf(sources);
  }

  /** What waits for the caller now. */
  public WorkList of(CurrentUser user) {
    List<WorkPart> parts =
        database.reading(
            () -> sources.stream().flatMap(source -> source.of(user).stream()).toList());
    return new WorkList(
        parts.stream()
            .flatMap(part -> part.items().stream())
            .sorted(MOST_URGENT_FIRST)
            .limit(SHOWN)
            .toList(),
        parts.stream()
            .sorted(Comparator.comparing(WorkPart::kind))
            .map(part -> new WorkList.Count(part.kind(), part.items().size(), part.isCapped()))
            .toList());
  }
}
