package app.upline.oversight;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a carrier writes down about an incident, and what the agency says to it. */
@Singleton
public final class FindingService {

  private static final int LONGEST = 2_000;
  private static final int MOST_ANSWERS = 50;

  private final Database database;
  private final FindingRows rows;
  private final FindingAnswerRows answerRows;
  private final FindingAnswers answers;
  private final TriageRows triage;
  private final OversightEvents events;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  FindingService(
      Database database,
      FindingRows rows,
      FindingAnswerRows answerRows,
      FindingAnswers answers,
      TriageRows triage,
      OversightEvents events,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.answerRows = answerRows;
    this.answers = answers;
    this.database = database;
    this.triage = triage;
    this.events = events;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Those that the caller may see, oldest first; empty when the incident is not in the caller's
   * sight.
   */
  public Optional<Page<Finding>> page(CurrentUser user, UUID incidentId, PageRequest request) {
    return database.reading(
        () ->
            sees(user, incidentId) ? Optional.of(of(user, incidentId, request)) : Optional.empty());
  }

  /** Adds one to an incident that the carrier holds. */
  public Outcome<Finding> add(
      CurrentUser user,
      UUID incidentId,
      Finding.@Nullable Kind kind,
      @Nullable Boolean visible,
      @Nullable String text) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<TriageItem> item = triage.find(user.carrierId(), incidentId);
          if (item.isEmpty()) {
            return Outcome.notFound("incident");
          }
          RemarkText remark = new RemarkText(text);
          List<Fault> faults = new ArrayList<>(remark.faults("/text", LONGEST, true));
          if (kind == null) {
            faults.add(new Fault("/kind", "REQUIRED", "Enter whether it is a finding or a note."));
          }
          if (visible == null) {
            faults.add(
                new Fault("/visibleToAgency", "REQUIRED", "Enter whether the agency may see it."));
          }
          return kind == null || visible == null || !faults.isEmpty()
              ? Outcome.invalid(faults)
              : Outcome.done(insert(user, item.get(), kind, visible, remark.words()));
        });
  }

  /** The agency answers what it sees. */
  public Outcome<Finding> answer(CurrentUser user, UUID findingId, @Nullable String text) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<Finding> found = rows.lock(user.agencyId(), findingId).map(FindingRow::finding);
          if (found.isEmpty()) {
            return Outcome.notFound("finding");
          }
          RemarkText remark = new RemarkText(text);
          List<Fault> faults = remark.faults("/text", LONGEST, true);
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          if (answers.to(found.get()).answers().size() >= MOST_ANSWERS) {
            return Outcome.wrongState(
                "This finding has %d answers already.".formatted(MOST_ANSWERS));
          }
          answerRows.save(
              new FindingAnswerRow(
                  ids.next(), findingId, remark.words(), user.id(), user.name(), clock.instant()));
          answered(found.get());
          events.answered(user, found.get());
          audit.changed("finding", findingId, null, null, Digest.of(remark.words()));
          return Outcome.done(answers.to(found.get()));
        });
  }

  /** It waits for the agency no longer; where the carrier waited for that, it is told. */
  private void answered(Finding finding) {
    database.update(Sql.of("update finding set awaits_answer = false where id = ?", finding.id()));
    database.update(
        Sql.of(
            """
            update triage t join finding f on f.carrier_id = t.carrier_id and f.incident_id = t.incident_id
            set t.answered_at = ?
            where f.id = ? and t.state = 'WAITING_FOR_AGENCY'
            """,
            clock.instant(),
            finding.id()));
  }

  /** Nothing about it is asked any more. */
  void ended(TriageItem item, UUID carrierId) {
    database.update(
        Sql.of(
            "update finding set awaits_answer = false where carrier_id = ? and incident_id = ? and awaits_answer",
            carrierId,
            item.incidentId()));
  }

  /** What the carrier asks of the agency when it waits for it. */
  void request(CurrentUser user, TriageItem item, String text) {
    insert(user, item, Finding.Kind.REQUEST, true, text);
  }

  private Finding insert(
      CurrentUser user, TriageItem item, Finding.Kind kind, boolean visible, String text) {
    FindingRow row =
        new FindingRow(
            ids.next(),
            user.carrierId(),
            item.agency().id(),
            item.incidentId(),
            kind,
            visible,
            visible && kind != Finding.Kind.NOTE,
            text,
            user.id(),
            user.name(),
            clock.instant());
    rows.save(row);
    Finding finding = row.finding();
    audit.changed(
        "finding", finding.id(), item.incidentReference(), null, Digest.of(kind, visible, text));
    if (visible) {
      events.found(user, item, kind);
    }
    return finding;
  }

  private boolean sees(CurrentUser user, UUID incidentId) {
    return switch (user.kind()) {
      case CARRIER -> triage.find(user.carrierId(), incidentId).isPresent();
      case AGENCY ->
          database
              .first(
                  Sql.of(
                      "select 1 from incident where id = ? and agency_id = ?",
                      incidentId,
                      user.agencyId()),
                  row -> 1)
              .isPresent();
    };
  }

  private Page<Finding> of(CurrentUser user, UUID incidentId, PageRequest request) {
    boolean agency = user.kind() == OrganizationKind.AGENCY;
    Sql sql =
        Sql.of(
            agency
                ? "select * from finding where agency_id = ? and incident_id = ? and visible_to_agency = true"
                : "select * from finding where carrier_id = ? and incident_id = ?",
            user.organizationId(),
            incidentId);
    if (!request.isFirst()) {
      sql.add("and id > ?", request.afterId());
    }
    sql.add("order by id limit ?", request.limit() + 1);
    Page<Finding> page =
        Page.of(
            database.query(sql, FindingRow.class).stream().map(FindingRow::finding).toList(),
            request.limit(),
            finding -> List.of(finding.id().toString()));
    return new Page<>(answers.to(page.items()), page.next(), null);
  }
}
