package app.upline.audit;

import app.upline.audit.AuditCheckpoint.Stand;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs where all chains stand at once, every so many events or minutes, each naming the one
 * before: an attacker who cuts a tail, or removes a whole trail or a checkpoint, would have to
 * change what the receivers hold already. Only events since the last checkpoint can be cut unseen.
 */
@Singleton
public final class AuditCheckpoints {

  /** More than a day has at the usual pace: beyond it, every chain is listed again. */
  private static final int MOST_SINCE_WHOLE = 500;

  private final CheckpointRows rows;
  private final CheckpointSignature signature;
  private final CheckpointSettings settings;
  private final Clock clock;

  AuditCheckpoints(
      CheckpointRows rows,
      CheckpointSignature signature,
      CheckpointSettings settings,
      Clock clock) {
    this.rows = rows;
    this.signature = signature;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes one when it is time. */
  Optional<AuditCheckpoint> takeWhenDue() {
    Optional<CheckpointRow> newest = rows.newest();
    long events = rows.events();
    return newest.isEmpty() || isDue(newest.get(), events) ? take() : Optional.empty();
  }

  private boolean isDue(CheckpointRow newest, long events) {
    Duration age = Duration.between(newest.takenAt(), clock.instant());
    // Where the clock was put back, the next one does not wait until it is as late again.
    return events != newest.events()
        && (age.isNegative()
            || age.compareTo(settings.every()) >= 0
            || Math.abs(events - newest.events()) >= settings.events());
  }

  /** Takes one now; empty when no chain has moved, or another server takes it in this moment. */
  public Optional<AuditCheckpoint> take() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<CheckpointRow> newest = rows.newest();
    Map<UUID, Stand> known = known(LocalDate.ofInstant(now, ZoneOffset.UTC));
    List<Stand> stands = rows.stands();
    List<Stand> moved =
        stands.stream().filter(stand -> !stand.equals(known.get(stand.organizationId()))).toList();
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    AuditCheckpoint taken =
        signature.sign(
            new AuditCheckpoint(
                newest.map(CheckpointRow::number).orElse(0L) + 1,
                now,
                newest.map(row -> Digest.sha256Base64(row.jws())).orElse(""),
                stands.stream().mapToLong(Stand::seq).sum(),
                stands.size(),
                known.isEmpty(),
                moved,
                ""));
    return rows.insert(taken) == 1 ? Optional.of(taken) : Optional.empty();
  }

  /**
   * What the checkpoints since the last whole one say of a chain.
   *
   * <p>For the whole of them there is the command.
   */
  List<AuditHead> recentHeads(UUID organizationId) {
    return rows.sinceTheLastWhole(MOST_SINCE_WHOLE).stream()
        .flatMap(row -> signature.read(row.jws()).stream())
        .flatMap(checkpoint -> heads(checkpoint).stream())
        .filter(head -> head.organizationId().equals(organizationId))
        .toList();
  }

  /** What a checkpoint says of each chain that it lists. */
  static List<AuditHead> heads(AuditCheckpoint checkpoint) {
    LocalDate day = LocalDate.ofInstant(checkpoint.takenAt(), ZoneOffset.UTC);
    return checkpoint.chains().stream()
        .map(
            stand ->
                new AuditHead(
                    stand.organizationId(),
                    day,
                    stand.seq(),
                    stand.mac(),
                    checkpoint.takenAt(),
                    checkpoint.jws()))
        .toList();
  }

  /**
   * Where chains stood by the checkpoints of this day; nothing at the first of a day, or when one
   * of them is not ours, so that the next lists every chain.
   */
  private Map<UUID, Stand> known(LocalDate today) {
    List<CheckpointRow> since = rows.sinceTheLastWhole(MOST_SINCE_WHOLE);
    Map<UUID, Stand> known = new HashMap<>();
    for (CheckpointRow row : since) {
      Optional<AuditCheckpoint> read =
          signature.read(row.jws()).filter(found -> found.number() == row.number());
      if (read.isEmpty()) {
        return Map.of();
      }
      read.get().chains().forEach(stand -> known.put(stand.organizationId(), stand));
    }
    boolean usable =
        since.size() < MOST_SINCE_WHOLE
            && !since.isEmpty()
            && since.getFirst().whole()
            && LocalDate.ofInstant(since.getFirst().takenAt(), ZoneOffset.UTC).equals(today);
    return usable ? known : Map.of();
  }
}
