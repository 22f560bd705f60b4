package app.upline.audit;

import app.upline.platform.persistence.Database;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Hands out the objects of one event after the other, however many an event has. */
final class ObjectReader {
  private static final int BATCH = 5_000;

  private final EventRows rows;
  private final Database database;
  private final UUID organizationId;
  private final long last;

  private final Deque<EventRows.NumberedObject> ahead = new ArrayDeque<>();
  private long seq;
  private int position;
  private boolean exhausted;

  ObjectReader(EventRows rows, Database database, UUID organizationId, long first, long last) {
    this.rows = rows;
    this.database = database;
    this.organizationId = organizationId;
    this.seq = first;
    this.last = last;
  }

  /** Those of this event, and of events before it that are not there any more. */
  List<EventRows.NumberedObject> of(long wanted) {
    List<EventRows.NumberedObject> found = new ArrayList<>();
    while (fetch() && ahead.getFirst().seq() <= wanted) {
      found.add(ahead.removeFirst());
    }
    return found;
  }

  private boolean fetch() {
    if (ahead.isEmpty() && !exhausted) {
      List<EventRows.NumberedObject> more =
          database.reading(() -> rows.objectsAfter(organizationId, seq, position, last, BATCH));
      ahead.addAll(more);
      exhausted = more.size() < BATCH;
      if (!more.isEmpty()) {
        seq = more.getLast().seq();
        position = more.getLast().position();
      }
    }
    return !ahead.isEmpty();
  }
}
