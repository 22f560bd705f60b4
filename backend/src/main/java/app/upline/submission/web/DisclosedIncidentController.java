package app.upline.submission.web;

import app.upline.api.DisclosedIncidentsApi;
import app.upline.api.model.DisclosedIncident;
import app.upline.api.model.DisclosedIncidentPage;
import app.upline.api.model.ExportFormat;
import app.upline.api.model.IncidentDisclosurePage;
import app.upline.api.model.IncidentSource;
import app.upline.api.model.InvestigationOutcome;
import app.upline.api.model.RevealRequest;
import app.upline.api.model.Severity;
import app.upline.api.model.UsState;
import app.upline.api.model.ViolationCategory;
import app.upline.audit.AuditTrail;
import app.upline.identity.Callers;
import app.upline.identity.CurrentUser;
import app.upline.incident.IncidentService;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.personal.RevealReason;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.validation.Fault;
import app.upline.submission.DisclosedIncidentFilter;
import app.upline.submission.DisclosedIncidents;
import app.upline.submission.IncidentHistory;
import app.upline.submission.workbook.DisclosedIncidentExport;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class DisclosedIncidentController implements DisclosedIncidentsApi {

  private final Callers callers;
  private final DisclosedIncidents incidents;
  private final IncidentHistory history;
  private final IncidentService register;
  private final DisclosedIncidentExport export;
  private final Downloads downloads;
  private final AuditTrail audit;

  DisclosedIncidentController(
      Callers callers,
      DisclosedIncidents incidents,
      IncidentHistory history,
      IncidentService register,
      DisclosedIncidentExport export,
      Downloads downloads,
      AuditTrail audit) {
    this.callers = callers;
    this.incidents = incidents;
    this.history = history;
    this.register = register;
    this.export = export;
    this.downloads = downloads;
    this.audit = audit;
  }

  @Override
  public DisclosedIncidentPage listDisclosedIncidents(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID agencyId,
      @Nullable ViolationCategory category,
      @Nullable Severity severity,
      @Nullable String subjectNpn,
      @Nullable UsState state,
      @Nullable IncidentSource source,
      @Nullable InvestigationOutcome outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable LocalDate asOf,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean includeTotal) {
    DisclosedIncidentFilter filter =
        filter(
            q,
            period,
            agencyId,
            category,
            severity,
            subjectNpn,
            state,
            source,
            outcome,
            harm,
            repeat,
            late,
            asOf);
    Cursors cursors = Cursors.of("disclosed-incidents", filter);
    Page<app.upline.submission.DisclosedIncident> page =
        incidents.page(callers.current(), filter, cursors.request(cursor, limit, includeTotal));
    DisclosedIncidentPage answer =
        new DisclosedIncidentPage()
            .items(page.items().stream().map(SubmissionModels::disclosed).toList())
            .nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportDisclosedIncidents(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID agencyId,
      @Nullable ViolationCategory category,
      @Nullable Severity severity,
      @Nullable String subjectNpn,
      @Nullable UsState state,
      @Nullable IncidentSource source,
      @Nullable InvestigationOutcome outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable LocalDate asOf,
      @Nullable ExportFormat format) {
    DisclosedIncidentFilter filter =
        filter(
            q,
            period,
            agencyId,
            category,
            severity,
            subjectNpn,
            state,
            source,
            outcome,
            harm,
            repeat,
            late,
            asOf);
    CurrentUser user = callers.current();
    TableFormat wanted = downloads.wanted(format == null ? null : format.name());
    return downloads.table(
        "disclosed-incidents",
        wanted,
        out -> export.write(user, filter, wanted == TableFormat.CSV, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportUnredactedDisclosedIncidents(
      RevealRequest request,
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID agencyId,
      @Nullable ViolationCategory category,
      @Nullable Severity severity,
      @Nullable String subjectNpn,
      @Nullable UsState state,
      @Nullable IncidentSource source,
      @Nullable InvestigationOutcome outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable LocalDate asOf,
      @Nullable ExportFormat format) {
    DisclosedIncidentFilter filter =
        filter(
            q,
            period,
            agencyId,
            category,
            severity,
            subjectNpn,
            state,
            source,
            outcome,
            harm,
            repeat,
            late,
            asOf);
    CurrentUser user = callers.current();
    RevealReason reason = new RevealReason(request.getReason());
    if (!reason.faults().isEmpty()) {
      throw ProblemException.invalid(reason.faults());
    }
    // On record before the first byte leaves.
    audit.read("carrier", user.carrierId(), null);
    audit.because(reason.text());
    TableFormat wanted = downloads.wanted(format == null ? null : format.name());
    return downloads.table(
        "disclosed-incidents-unredacted",
        wanted,
        out -> export.writeUnredacted(user, filter, wanted == TableFormat.CSV, out));
  }

  @Override
  public DisclosedIncident getDisclosedIncident(UUID incidentId) {
    return incidents
        .find(callers.current(), incidentId)
        .map(SubmissionModels::disclosed)
        .orElseThrow(() -> ProblemException.notFound("incident"));
  }

  /** What was taken back is not held any more, but was told: its history is there still. */
  @Override
  public IncidentDisclosurePage listDisclosedIncidentHistory(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    IncidentDisclosurePage page = history(incidentId, cursor, limit);
    if (page.getItems().isEmpty() && cursor == null) {
      throw ProblemException.notFound("incident");
    }
    return page;
  }

  @Override
  public IncidentDisclosurePage listIncidentDisclosures(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    register
        .find(callers.current(), incidentId)
        .orElseThrow(() -> ProblemException.notFound("incident"));
    return history(incidentId, cursor, limit);
  }

  private IncidentDisclosurePage history(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("told", incidentId);
    Page<IncidentHistory.Told> page =
        history.page(callers.current(), incidentId, cursors.request(cursor, limit, false));
    return new IncidentDisclosurePage()
        .items(page.items().stream().map(SubmissionModels::told).toList())
        .nextCursor(cursors.next(page));
  }

  private static DisclosedIncidentFilter filter(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID agencyId,
      @Nullable ViolationCategory category,
      @Nullable Severity severity,
      @Nullable String subjectNpn,
      @Nullable UsState state,
      @Nullable IncidentSource source,
      @Nullable InvestigationOutcome outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable LocalDate asOf) {
    if (q != null && (q.strip().length() < 2 || q.length() > 100)) {
      throw ProblemException.malformed(
          List.of(new Fault("?q", "OUT_OF_RANGE", "Search for 2 to 100 characters.")));
    }
    return new DisclosedIncidentFilter(
        q,
        Months.ofQuery(period),
        agencyId,
        category == null ? null : app.upline.incident.ViolationCategory.valueOf(category.name()),
        severity == null ? null : app.upline.incident.Severity.valueOf(severity.name()),
        subjectNpn,
        state == null ? null : app.upline.relationship.UsState.valueOf(state.name()),
        source == null ? null : app.upline.incident.IncidentSource.valueOf(source.name()),
        outcome == null ? null : app.upline.incident.InvestigationOutcome.valueOf(outcome.name()),
        harm,
        repeat,
        late,
        asOf);
  }
}
