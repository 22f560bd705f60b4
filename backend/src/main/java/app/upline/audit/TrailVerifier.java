package app.upline.audit;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.start.StartFailure;
import io.micronaut.context.annotation.Prototype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Verifies all trails from end to end, for the command. */
@Prototype
public final class TrailVerifier {
  private final AuditVerification verification;
  private final HeadSignature signature;
  private final Database database;
  private final List<String> taken = new ArrayList<>();

  TrailVerifier(AuditVerification verification, HeadSignature signature, Database database) {
    this.verification = verification;
    this.signature = signature;
    this.database = database;
  }

  /** Takes note of heads that were taken elsewhere, one a line. */
  public void read(Path file) {
    try {
      Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(taken::add);
    } catch (IOException e) {
      throw new StartFailure("The file of heads, %s, cannot be read.".formatted(file), e);
    }
  }

  /**
   * @param report is told in sentences what was found
   * @throws StartFailure when anything is not as it was written
   */
  public void run(Consumer<String> report) {
    int findings = 0;
    for (String head : taken) {
      if (signature.read(head).isEmpty()) {
        report.accept("A head was not signed by one of the configured keys.");
        findings++;
      }
    }
    for (UUID organisation : organisations()) {
      Verification found =
          verification.verify(organisation, headsOf(organisation), null, Long.MAX_VALUE);
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
    if (findings > 0) {
      throw new StartFailure("The audit trail is not as it was written.");
    }
  }

  private List<String> headsOf(UUID organisation) {
    return taken.stream()
        .filter(
            jws ->
                signature
                    .read(jws)
                    .filter(h -> h.organisationId().equals(organisation))
                    .isPresent())
        .toList();
  }

  /** Also those of which nothing is left but a head that was taken. */
  private Set<UUID> organisations() {
    Set<UUID> all = new LinkedHashSet<>();
    all.addAll(
        database.reading(
            () ->
                database.query(
                    Sql.of(
                        """
                        select organisation_id from audit_chain
                        union select distinct organisation_id from audit_event
                        order by organisation_id
                        """),
                    row -> Database.uuid(row, "organisation_id"))));
    taken.forEach(jws -> signature.read(jws).ifPresent(head -> all.add(head.organisationId())));
    return all;
  }
}
