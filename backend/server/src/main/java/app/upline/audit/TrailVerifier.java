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
import org.jspecify.annotations.Nullable;

/**
 * Verifies all trails from end to end, for the command: of every organization that is there, or of
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
  private @Nullable UUID only;

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

  /** Leaves out the trails and records of every other organization; checkpoints are of all. */
  public void only(UUID organization) {
    only = organization;
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
    for (UUID organization : organizations(kept)) {
      Verification found =
          verification.verify(
              organization,
              headsOf(organization),
              kept.heads().getOrDefault(organization, List.of()));
      report.accept(
          "%s: events %d to %d, %d heads compared, %s."
              .formatted(
                  organization,
                  found.from(),
                  found.to(),
                  found.heads(),
                  found.isSound() ? "sound" : found.findingCount() + " findings"));
      found.findings().forEach(finding -> report.accept("  " + finding.sentence()));
      findings += found.findingCount();
    }
    for (RecordCheck check : records) {
      List<String> found = new ArrayList<>();
      long count = check.run(only, found::add);
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

  private List<String> headsOf(UUID organization) {
    return takenHeads.stream()
        .filter(head -> head.organizationId().equals(organization))
        .map(AuditHead::jws)
        .toList();
  }

  private Set<UUID> organizations(CheckpointCheck.Result kept) {
    if (only != null) {
      return Set.of(only);
    }
    Set<UUID> all = new TreeSet<>(rows.organizations());
    owners.forEach(owner -> all.addAll(owner.all()));
    all.addAll(kept.heads().keySet());
    takenHeads.forEach(head -> all.add(head.organizationId()));
    return all;
  }
}
