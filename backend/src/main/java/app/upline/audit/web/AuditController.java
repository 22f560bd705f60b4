package app.upline.audit.web;

import app.upline.api.AuditApi;
import app.upline.api.model.AuditEventPage;
import app.upline.api.model.AuditHeadPage;
import app.upline.api.model.AuditObjectPage;
import app.upline.api.model.AuditOutcome;
import app.upline.api.model.AuditVerification;
import app.upline.api.model.AuditVerificationRequest;
import app.upline.api.model.ExportFormat;
import app.upline.audit.AuditHead;
import app.upline.audit.AuditHeads;
import app.upline.audit.AuditList;
import app.upline.audit.AuditQuery;
import app.upline.audit.AuditedObject;
import app.upline.audit.Outcome;
import app.upline.audit.RecordedEvent;
import app.upline.audit.workbook.AuditExport;
import app.upline.identity.Callers;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class AuditController implements AuditApi {

  /** What one request may verify, so that it ends in time. */
  private static final long MOST_VERIFIED = 100_000;

  private static final int MOST_HEADS = 400;
  private static final int HEAD_LENGTH = 2_000;

  private final Callers callers;
  private final AuditList list;
  private final AuditExport export;
  private final AuditHeads heads;
  private final app.upline.audit.AuditVerification verification;
  private final Downloads downloads;

  AuditController(
      Callers callers,
      AuditList list,
      AuditExport export,
      AuditHeads heads,
      app.upline.audit.AuditVerification verification,
      Downloads downloads) {
    this.callers = callers;
    this.list = list;
    this.export = export;
    this.heads = heads;
    this.verification = verification;
    this.downloads = downloads;
  }

  @Override
  public AuditEventPage listAuditEvents(
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until,
      @Nullable UUID actorId,
      @Nullable String operation,
      @Nullable UUID objectId,
      @Nullable AuditOutcome outcome,
      @Nullable String cursor,
      @Nullable Integer limit) {
    AuditQuery query = query(from, until, actorId, operation, objectId, outcome);
    Cursors cursors = Cursors.of("audit-events", query);
    Page<RecordedEvent> page =
        list.page(organisation(), query, cursors.request(cursor, limit, false));
    return new AuditEventPage()
        .items(page.items().stream().map(AuditModels::event).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportAuditEvents(
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until,
      @Nullable UUID actorId,
      @Nullable String operation,
      @Nullable UUID objectId,
      @Nullable AuditOutcome outcome,
      @Nullable ExportFormat format) {
    AuditQuery query = query(from, until, actorId, operation, objectId, outcome);
    UUID organisation = organisation();
    TableFormat wanted = downloads.wanted(format == null ? null : format.name());
    return downloads.table(
        "audit-trail",
        wanted,
        out -> export.write(organisation, query, wanted == TableFormat.CSV, out));
  }

  @Override
  public AuditObjectPage listAuditEventObjects(
      Long seq, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("audit-objects", seq);
    Page<AuditedObject> page =
        list.objects(organisation(), seq, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("event"));
    return new AuditObjectPage()
        .items(page.items().stream().map(AuditModels::object).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public AuditHeadPage listAuditHeads(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("audit-heads");
    Page<AuditHead> page = heads.list(organisation(), cursors.request(cursor, limit, false));
    return new AuditHeadPage()
        .items(page.items().stream().map(AuditModels::head).toList())
        .nextCursor(cursors.next(page))
        .keys(heads.publicKeys().stream().map(AuditModels::key).toList());
  }

  @Override
  @LongWork
  public AuditVerification verifyAuditTrail(AuditVerificationRequest request) {
    Long from = request.getFromSeq();
    List<String> taken = request.getHeads() == null ? List.of() : request.getHeads();
    List<Fault> faults = new ArrayList<>();
    if (from != null && from < 1) {
      faults.add(new Fault("/fromSeq", "OUT_OF_RANGE", "The first event has the number 1."));
    }
    if (taken.size() > MOST_HEADS || taken.stream().anyMatch(h -> h.length() > HEAD_LENGTH)) {
      faults.add(new Fault("/heads", "TOO_LONG", "Send at most %d heads.".formatted(MOST_HEADS)));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    return AuditModels.verification(
        verification.verify(organisation(), taken, from, MOST_VERIFIED));
  }

  private UUID organisation() {
    return callers.current().organisationId();
  }

  private static AuditQuery query(
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until,
      @Nullable UUID actorId,
      @Nullable String operation,
      @Nullable UUID objectId,
      @Nullable AuditOutcome outcome) {
    return new AuditQuery(
        from == null ? null : from.toInstant(),
        until == null ? null : until.toInstant(),
        actorId,
        operation,
        objectId == null ? null : objectId.toString(),
        outcome == null ? null : Outcome.valueOf(outcome.name()));
  }
}
