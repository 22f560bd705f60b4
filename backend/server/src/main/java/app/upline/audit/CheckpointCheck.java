package app.upline.audit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Proves the checkpoints that are kept, each by its signature and by the next one that names it,
 * and compares them with those that were taken elsewhere.
 */
@Singleton
final class CheckpointCheck {
  private static final int BATCH = 500;

  private final CheckpointRows rows;
  private final CheckpointSignature signature;

  CheckpointCheck(CheckpointRows rows, CheckpointSignature signature) {
    this.rows = rows;
    this.signature = signature;
  }

  /**
   * What came of it.
   *
   * @param count how many are kept
   * @param findings sentences for people
   * @param heads what kept ones and taken ones say of each chain, each once
   */
  record Result(long count, List<String> findings, Map<UUID, List<AuditHead>> heads) {}

  Result check(List<AuditCheckpoint> taken) {
    Walk walk = new Walk(taken);
    List<CheckpointRow> some = rows.after(0, BATCH);
    while (!some.isEmpty()) {
      some.forEach(walk::see);
      some = rows.after(some.getLast().number(), BATCH);
    }
    return walk.end();
  }

  /** One look at all of them. */
  private final class Walk {
    private final Map<Long, List<AuditCheckpoint>> taken = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private final Map<UUID, List<AuditHead>> heads = new HashMap<>();
    private final Set<AuditCheckpoint.Stand> seen = new HashSet<>();
    private long last;
    private long count;
    private String sha256 = "";

    Walk(List<AuditCheckpoint> elsewhere) {
      elsewhere.forEach(
          one -> taken.computeIfAbsent(one.number(), n -> new ArrayList<>()).add(one));
    }

    void see(CheckpointRow row) {
      count++;
      if (row.number() != last + 1) {
        findings.add("Checkpoints %d to %d are not there.".formatted(last + 1, row.number() - 1));
      }
      Optional<AuditCheckpoint> read =
          signature.read(row.jws()).filter(found -> found.number() == row.number());
      if (read.isEmpty()) {
        findings.add("Checkpoint %d is not what was signed.".formatted(row.number()));
      } else if (row.number() == last + 1 && !read.get().previous().equals(sha256)) {
        findings.add("Checkpoint %d was signed after another one.".formatted(row.number()));
      }
      read.ifPresent(this::note);
      for (AuditCheckpoint one : taken.getOrDefault(row.number(), List.of())) {
        if (!one.jws().equals(row.jws())) {
          findings.add(
              "Checkpoint %d is another one than was taken elsewhere.".formatted(row.number()));
        }
      }
      last = row.number();
      sha256 = Digest.sha256Base64(row.jws());
    }

    Result end() {
      taken.keySet().stream()
          .filter(number -> number > last)
          .max(Long::compare)
          .ifPresent(
              number ->
                  findings.add(
                      "Checkpoints %d to %d are not there: one was taken elsewhere."
                          .formatted(last + 1, number)));
      taken.values().forEach(same -> same.forEach(this::note));
      return new Result(count, List.copyOf(findings), heads);
    }

    private void note(AuditCheckpoint checkpoint) {
      for (AuditHead head : AuditCheckpoints.heads(checkpoint)) {
        if (seen.add(new AuditCheckpoint.Stand(head.organizationId(), head.seq(), head.mac()))) {
          // Without its text, or each of them would keep that of a whole checkpoint.
          heads
              .computeIfAbsent(head.organizationId(), id -> new ArrayList<>())
              .add(
                  new AuditHead(
                      head.organizationId(),
                      head.day(),
                      head.seq(),
                      head.mac(),
                      head.takenAt(),
                      ""));
        }
      }
    }
  }
}
