package app.upline.work;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The caller's work list: bounded by what it looks at of each kind, and not by what there is. */
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
  private final WorkHolders holders;

  WorkService(Database database, List<WorkSource> sources, WorkHolders holders) {
    this.holders = holders;
    this.database = database;
    this.sources = List.copyOf(sources);
  }

  /** What waits for the caller now. */
  public WorkList of(CurrentUser user) {
    return database.reading(() -> read(user));
  }

  private WorkList read(CurrentUser user) {
    List<WorkPart> all = sources.stream().flatMap(source -> source.of(user).stream()).toList();
    Map<UUID, WorkHolders.Holder> held = holders.of(user, subjects(all));
    List<WorkPart> parts =
        all.stream().map(part -> part.without(item -> isAColleagues(user, item, held))).toList();
    return new WorkList(
        parts.stream()
            .flatMap(part -> part.items().stream())
            .sorted(MOST_URGENT_FIRST)
            .limit(SHOWN)
            .toList(),
        held,
        parts.stream()
            .sorted(Comparator.comparing(WorkPart::kind))
            .map(part -> new WorkList.Count(part.kind(), part.items().size(), part.isCapped()))
            .toList());
  }

  private static Set<UUID> subjects(List<WorkPart> parts) {
    return parts.stream()
        .flatMap(part -> part.items().stream())
        .map(item -> item.subject().id())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** What a colleague has is the colleague's. */
  private static boolean isAColleagues(
      CurrentUser user, WorkItem item, Map<UUID, WorkHolders.Holder> held) {
    UUID id = item.subject().id();
    WorkHolders.Holder holder = id == null ? null : held.get(id);
    return holder != null && !holder.id().equals(user.id());
  }
}
