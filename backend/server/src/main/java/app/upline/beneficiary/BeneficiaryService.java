package app.upline.beneficiary;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.beneficiary.BeneficiaryRows.Row;
import app.upline.beneficiary.BeneficiarySeal.Place;
import app.upline.beneficiary.IncidentVisibility.Seen;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.fields.Draft;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.persistence.Database;
import app.upline.platform.personal.RevealReason;
import app.upline.record.HeldRecords;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records, shows masked, removes, and reveals whom an incident happened to. */
@Singleton
public final class BeneficiaryService {

  private final Database database;
  private final IncidentVisibility sight;
  private final BeneficiaryRows rows;
  private final BeneficiarySeal seal;
  private final RevealLog reveals;
  private final HeldRecords held;
  private final AuditTrail audit;
  private final Clock clock;

  BeneficiaryService(
      Database database,
      IncidentVisibility sight,
      BeneficiaryRows rows,
      BeneficiarySeal seal,
      RevealLog reveals,
      HeldRecords held,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.sight = sight;
    this.rows = rows;
    this.seal = seal;
    this.reveals = reveals;
    this.held = held;
    this.audit = audit;
    this.clock = clock;
  }

  /** The block, masked; empty when the incident is not in the caller's sight. */
  public Optional<BeneficiaryView> find(CurrentUser user, UUID incidentId) {
    return database.reading(
        () ->
            sight
                .find(user, incidentId)
                .map(incident -> view(user, rows.newest(incidentId).orElse(null))));
  }

  /** Records it, or replaces what was recorded. */
  public Outcome<BeneficiaryView> record(
      CurrentUser user, UUID incidentId, ExpectedVersion expected, JsonNode body) {
    return change(
        user,
        incidentId,
        expected,
        (incident, current) -> {
          Draft<BeneficiaryDraft> draft = BeneficiaryDraft.read(body);
          if (!draft.faultless()) {
            return Outcome.refused(Refusal.of(draft.faults(), draft.isMisshapen()));
          }
          Beneficiary beneficiary = BeneficiaryDraft.beneficiary(draft);
          Place place = next(incident, current);
          boolean share = BeneficiaryDraft.isShared(draft);
          Row row = new Row(place, share, seal.seal(beneficiary, place), clock.instant());
          rows.insert(row, seal.hash(incident.agencyId(), beneficiary), user.id());
          audit(current, row);
          return Outcome.done(view(user, row));
        });
  }

  /**
   * Removes it. Its content is erased, unless a carrier may have seen it or the incident is under a
   * legal hold: then it stays on record.
   */
  public Outcome<BeneficiaryView> remove(
      CurrentUser user, UUID incidentId, ExpectedVersion expected) {
    return change(
        user,
        incidentId,
        expected,
        (incident, current) -> {
          boolean maybeSeen = incident.disclosed() && rows.wasShared(incidentId);
          if (!maybeSeen && !held.incident(user.agencyId(), incidentId)) {
            rows.erase(incidentId);
          }
          Row row = new Row(next(incident, current), false, null, clock.instant());
          rows.insert(row, null, user.id());
          audit(current, row);
          return Outcome.done(view(user, row));
        });
  }

  /** Reads it in clear; that is on record before anything is answered. */
  public Outcome<RevealedBeneficiary> reveal(
      CurrentUser user, UUID incidentId, @Nullable String reason) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<Row> row =
              sight
                  .find(user, incidentId)
                  .flatMap(incident -> rows.newest(incidentId))
                  .filter(block -> isVisible(user, block));
          if (row.isEmpty() || row.get().sealed() == null) {
            return Outcome.notFound("beneficiary block");
          }
          RevealReason why = new RevealReason(reason);
          if (!why.faults().isEmpty()) {
            return Outcome.invalid(why.faults());
          }
          Instant now = clock.instant();
          reveals.add(user, row.get(), why, now);
          audit.read("beneficiary", incidentId, null);
          audit.because(why.text());
          return Outcome.done(new RevealedBeneficiary(open(row.get()), now));
        });
  }

  private interface Change {
    Outcome<BeneficiaryView> make(Seen incident, @Nullable Row current);
  }

  private Outcome<BeneficiaryView> change(
      CurrentUser user, UUID incidentId, ExpectedVersion expected, Change change) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<Seen> incident = sight.lock(user, incidentId);
          if (incident.isEmpty()) {
            return Outcome.notFound("incident");
          }
          Row current = rows.newest(incidentId).orElse(null);
          return expected.ifCurrent(
              current == null ? 0 : current.version(), () -> change.make(incident.get(), current));
        });
  }

  /** By version numbers only: who has the digest of a Medicare number can find the number out. */
  private void audit(@Nullable Row before, Row after) {
    audit.changed(
        "beneficiary",
        after.place().incidentId(),
        null,
        before == null ? null : Digest.of(before.version()),
        Digest.of(after.version()));
  }

  private static Place next(Seen incident, @Nullable Row current) {
    return new Place(
        incident.agencyId(), incident.id(), current == null ? 1 : current.version() + 1);
  }

  private BeneficiaryView view(CurrentUser user, @Nullable Row row) {
    if (row == null || !isVisible(user, row)) {
      return BeneficiaryView.empty(0);
    }
    if (row.sealed() == null) {
      return BeneficiaryView.empty(row.version());
    }
    Beneficiary beneficiary = open(row);
    return new BeneficiaryView(
        row.version(),
        true,
        row.shareWithCarrier(),
        beneficiary.maskedName(),
        beneficiary.maskedMbi(),
        row.changedAt());
  }

  private static boolean isVisible(CurrentUser user, Row row) {
    return user.kind() == OrganizationKind.AGENCY || row.shareWithCarrier();
  }

  private Beneficiary open(Row row) {
    Sealed sealed = row.sealed();
    if (sealed == null) {
      throw new IllegalArgumentException("Nothing is sealed in this state");
    }
    return seal.open(sealed, row.place());
  }
}
