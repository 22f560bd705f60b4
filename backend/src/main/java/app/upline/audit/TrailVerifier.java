package app.upline.audit;

import app.upline.platform.start.StartFailure;
import io.micronaut.context.annotation.Prototype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Verifies all trails from end to end, for the command: of every organisation that is there, or of
 * which anything is left, or that a head or a checkpoint has ever told of.
 */
@Prototype
public final class TrailVerifier {
  private final AuditVerification verification;
  private final HeadSignature signature;
  private final CheckpointSignature checkpointSignature;
  private final CheckpointCheck checkpoints;
  private final CheckpointRows rows;
  private final List<TrailOwners> owners;

  private final List<AuditHead> takenHeads = new ArrayList<>();
  private final List<AuditCheckpoint> takenCheckpoints = new ArrayList<>();
  private final List<RecordCheck> records = new ArrayList<>();
  private int notOurs;

  TrailVerifier(
      AuditVerification verification,
      HeadSignature signature,
      CheckpointSignature checkpointSignature,
      CheckpointCheck checkpoints,
      CheckpointRows rows,
      List<TrailOwners> owners) {
    this.verification = verification;
    this.signature = signature;
    this.checkpointSignature = checkpointSignature;
    this.checkpoints = checkpoints;
    this.rows = rows;
    this.owners = List.copyOf(owners);
  }

  /** Takes note of heads and checkpoints that were taken elsewhere, one a line. */
  public void read(Path file) {
    try {
      Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(this::take);
    } catch (IOException e) {
      throw new StartFailure("The file of heads, %s, cannot be read.".formatted(file), e);
    }
  }

  /** Has records compared with what the trails tell of them, after the trails. */
  public void compare(RecordCheck check) {
    records.add(check);
  }

  /** Takes note of one head or checkpoint. */
  void take(String jws) {
    Optional<AuditHead> head = signature.read(jws);
    Optional<AuditCheckpoint> checkpoint = checkpointSignature.read(jws);
    head.ifPresent(takenHeads::add);
    checkpoint.ifPresent(takenCheckpoints::add);
    notOurs += head.isEmpty() && checkpoint.isEmpty() ? 1 : 0;
  }

  /**
   * @param report is told in sentences what was found
   * @throws StartFailure when anything is not as it was written
   */
  public void run(Consumer<String> report) {
    int findings = notOurs;
    if (notOurs > 0) {
      report.accept(
          "%d heads or checkpoints were not signed by one of the configured keys."
              .formatted(notOurs));
    }
    CheckpointCheck.Result kept = checkpoints.check(takenCheckpoints);
    report.accept(
        "Checkpoints: %d kept, %d compared with ones from elsewhere."
            .formatted(kept.count(), takenCheckpoints.size()));
    kept.findings().forEach(sentence -> report.accept("  " + sentence));
    findings += kept.findings().size();
    for (UUID organisation : organisations(kept)) {
      Verification found =
          verification.verify(
              organisation,
              headsOf(organisation),
              kept.heads().getOrDefault(organisation, List.of()));
      report.accept(
          "%s: events %d to %d, %d heads compared, %s."
              .formatted(
                  organisation,
                  found.from(),
                  found.to(),
                  found.heads(),
                  found.isSound() ? "sound" : found.findingCount() + " findings"));
      found.findings().forEach(finding -> report.accept("  " + finding.sentence()));
      findings += found.findingCount();
    }
    for (RecordCheck check : records) {
      List<String> found = new ArrayList<>();
      long count = check.run(found::add);
      report.accept(
          "%s: %d compared, %s."
              .formatted(
                  check.name(), count, found.isEmpty() ? "sound" : found.size() + " findings"));
      found.forEach(sentence -> report.accept("  " + sentence));
      findings += found.size();
    }
    if (findings > 0) {
      throw new StartFailure("The audit trail is not as it was written.");
    }
  }

  private List<String> headsOf(UUID organisation) {
    return takenHeads.stream()
        .filter(head -> head.organisationId().equals(organisation))
        .map(AuditHead::jws)
        .toList();
  }

  private Set<UUID> organisations(CheckpointCheck.Result kept) {
    Set<UUID> all = new TreeSet<>(rows.organisations());
    owners.forEach(owner -> all.addAll(owner.all()));
    all.addAll(kept.heads().keySet());
    takenHeads.forEach(head -> all.add(head.organisationId()));
    return all;
  }
}
