package app.upline.submission;

import app.upline.agency.AgencyLock;
import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.agency.Due;
import app.upline.agency.References;
import app.upline.agency.ReportingCalendar;
import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The agency's attester declares that a month had no incidents, where the carrier wants to be told.
 * What comes of it is a submission like any other, with no items and a receipt.
 */
@Singleton
public final class NilDeclarationService {

  private static final String DECLARED =
      """
      select s.reference from submission s
      where s.agency_id = ? and s.carrier_id = ? and s.nil = true and s.period = ?
        and s.status in ('SUBMITTED', 'RETURNED', 'ACKNOWLEDGED') limit 1
      """;

  private static final String INCIDENT =
      """
      select r.reference from incident r
      where r.agency_id = ? and r.carrier_id = ? and r.period = ?
        and (r.voided = false or exists (select 1 from undisclosed_incident u where u.incident_id = r.id))
      limit 1
      """;

  private final Database database;
  private final AgencyLock agencyLock;
  private final Directory directory;
  private final References references;
  private final ReportingCalendar calendar;
  private final SubmissionRows rows;
  private final RevisionRows revisions;
  private final DisclosableTypes kinds;
  private final Sealing sealing;
  private final SubmissionStep steps;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  NilDeclarationService(
      Database database,
      AgencyLock agencyLock,
      Directory directory,
      References references,
      ReportingCalendar calendar,
      SubmissionRows rows,
      RevisionRows revisions,
      DisclosableTypes kinds,
      Sealing sealing,
      SubmissionStep steps,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.agencyLock = agencyLock;
    this.directory = directory;
    this.references = references;
    this.calendar = calendar;
    this.rows = rows;
    this.revisions = revisions;
    this.kinds = kinds;
    this.sealing = sealing;
    this.steps = steps;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Declares, attests and submits in one step. */
  public Outcome<SubmissionView> declare(CurrentUser user, NilDeclarationRequest request) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          agencyLock.hold(user.agencyId());
          Carrier carrier =
              Optional.ofNullable(request.carrierId())
                  .flatMap(id -> directory.carrier(user, id))
                  .orElse(null);
          YearMonth period = request.period();
          List<Fault> faults = faults(request, carrier);
          if (!faults.isEmpty() || carrier == null || period == null) {
            return Outcome.invalid(faults);
          }
          return refusal(user, carrier, period)
              .or(() -> Sealing.outdated(carrier, request.attestation()))
              .<Outcome<SubmissionView>>map(Outcome::refused)
              .orElseGet(() -> submit(user, carrier, period, request.attestation()));
        });
  }

  private List<Fault> faults(NilDeclarationRequest request, @Nullable Carrier carrier) {
    List<Fault> faults = new ArrayList<>();
    if (carrier == null) {
      faults.add(
          new Fault(
              "/carrierId", "UNKNOWN_CARRIER", "The agency has no contract with such a carrier."));
    }
    YearMonth period = request.period();
    if (period == null) {
      faults.add(new Fault("/period", "REQUIRED", "Enter the month, such as 2026-10."));
    }
    if (carrier != null && period != null) {
      Instant now = clock.instant();
      Due due = calendar.due(carrier.id(), period);
      if (LocalDate.ofInstant(now, due.timeZone()).isBefore(due.declarableFrom())) {
        faults.add(
            new Fault(
                "/period",
                "NOT_OVER",
                "%s is not over; that it had no incidents can be declared from %s on."
                    .formatted(period, due.declarableFrom())));
      } else if (due.isLate(now) && request.attestation().reasons().late() == null) {
        faults.add(
            new Fault(
                "/lateReason",
                "LATE_REASON_REQUIRED",
                "The declaration is after its due date. Enter the reason."));
      }
    }
    faults.addAll(request.attestation().faults());
    String late = request.attestation().reasons().late();
    if (late != null) {
      PersonalNumbers.fault("/lateReason", late).ifPresent(faults::add);
    }
    return faults;
  }

  private Optional<Refusal> refusal(CurrentUser user, Carrier carrier, YearMonth period) {
    Due due = calendar.due(carrier.id(), period);
    if (!due.policy().nilIncidentReportWanted()) {
      return Optional.of(
          SubmissionConflict.NOTHING_TO_DISCLOSE.because(
              "%s wants no report of %s where there is nothing to report."
                  .formatted(carrier.name(), period)));
    }
    return found(INCIDENT, user, carrier, period)
        .map(
            reference ->
                SubmissionConflict.NOT_NIL.because(
                    "%s was not without incidents: %s is one. Submit it instead."
                        .formatted(period, reference)))
        .or(
            () ->
                found(DECLARED, user, carrier, period)
                    .map(
                        reference ->
                            SubmissionConflict.NIL_DECLARED.because(
                                "%s has been declared already, by %s."
                                    .formatted(period, reference))));
  }

  private Optional<String> found(String sql, CurrentUser user, Carrier carrier, YearMonth period) {
    return database.first(
        Sql.of(sql, user.agencyId(), carrier.id(), period.toString()), row -> row.getString(1));
  }

  private Outcome<SubmissionView> submit(
      CurrentUser user, Carrier carrier, YearMonth period, AttestationRequest request) {
    SubmissionSubject matter =
        new SubmissionSubject(SubmissionKind.INCIDENTS, SubmissionScope.PERIOD, period);
    Submission draft =
        Submission.draft(
            ids.next(),
            references.reserve(user.agencyId(), "SUB", 1).at(0),
            new OrganizationRef(user.agencyId(), ""),
            new OrganizationRef(carrier.id(), carrier.name()),
            matter,
            clock.instant());
    rows.insertBeside(draft, user.id());
    revisions.insert(draft.id(), draft.revision());
    kinds.of(draft).settle(draft, draft.revision());
    Submission named = rows.find(user, draft.id()).orElseThrow().submission();
    return sealing
        .seal(user, named, carrier, request)
        .<Outcome<SubmissionView>>map(Outcome::refused)
        .orElseGet(
            () -> {
              audit.changed("submission", draft.id(), draft.reference(), null, draft.digest());
              return steps.done(user, draft.id());
            });
  }
}
