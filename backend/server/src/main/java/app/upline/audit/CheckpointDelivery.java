package app.upline.audit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each receiver what it has not got yet. What one does not take is sent to it again, and
 * holds up no other receiver. A new one begins with the newest that lists every chain.
 */
@Singleton
public final class CheckpointDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointDelivery.class);
  private static final int BATCH = 100;

  private final CheckpointRows rows;
  private final CheckpointSignature signature;
  private final List<CheckpointReceiver> receivers;
  private final Clock clock;

  CheckpointDelivery(
      CheckpointRows rows,
      CheckpointSignature signature,
      List<CheckpointReceiver> receivers,
      Clock clock) {
    this.rows = rows;
    this.signature = signature;
    this.receivers = receivers;
    this.clock = clock;
  }

  /** Between two of these numbers, for a message that is composed later. */
  public List<AuditCheckpoint> between(long first, long last) {
    return rows.after(first - 1, (int) (last - first + 1)).stream()
        .filter(row -> row.number() <= last)
        .flatMap(row -> signature.read(row.jws()).stream())
        .toList();
  }

  void deliver() {
    receivers.forEach(this::deliver);
  }

  private void deliver(CheckpointReceiver receiver) {
    Instant now = clock.instant();
    Optional<CheckpointSentRow> sent = rows.sent(receiver.name());
    if (sent.filter(last -> isTooSoon(last, receiver, now)).isPresent()) {
      return;
    }
    long last =
        sent.map(CheckpointSentRow::number)
            .orElseGet(() -> rows.newestWhole().map(CheckpointRow::number).orElse(1L) - 1);
    List<AuditCheckpoint> some =
        rows.after(last, BATCH).stream()
            .flatMap(row -> signature.read(row.jws()).stream())
            .toList();
    if (!some.isEmpty()) {
      give(receiver, some, now);
    }
  }

  /** What was sent later than now was sent before the clock was put back: it is not waited for. */
  private static boolean isTooSoon(
      CheckpointSentRow last, CheckpointReceiver receiver, Instant now) {
    return !last.sentAt().isAfter(now) && last.sentAt().plus(receiver.pause()).isAfter(now);
  }

  private void give(CheckpointReceiver receiver, List<AuditCheckpoint> some, Instant now) {
    try {
      receiver.receive(some);
      rows.sent(receiver.name(), some.getLast().number(), now);
    } catch (IOException e) {
      LOG.error(
          "Audit checkpoints {} to {} were not taken by {}: {}",
          some.getFirst().number(),
          some.getLast().number(),
          receiver.name(),
          e.getClass().getSimpleName());
    }
  }
}
