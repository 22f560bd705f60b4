package app.upline.audit.web;

import app.upline.api.AuditApi;
import app.upline.api.model.AuditEventPageDto;
import app.upline.api.model.AuditHeadPageDto;
import app.upline.api.model.AuditObjectPageDto;
import app.upline.api.model.AuditOutcomeDto;
import app.upline.api.model.AuditVerificationDto;
import app.upline.api.model.AuditVerificationRequestDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.audit.AuditHead;
import app.upline.audit.AuditHeads;
import app.upline.audit.AuditList;
import app.upline.audit.AuditQuery;
import app.upline.audit.AuditVerification;
import app.upline.audit.AuditedObject;
import app.upline.audit.RecordedEvent;
import app.upline.audit.workbook.AuditExport;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.Direction;
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

  private final CurrentUserProvider callers;
  private final AuditList list;
  private final AuditExport export;
  private final AuditHeads heads;
  private final AuditVerification verification;
  private final Downloads downloads;

  AuditController(
      CurrentUserProvider callers,
      AuditList list,
      AuditExport export,
      AuditHeads heads,
      AuditVerification verification,
      Downloads downloads) {
    this.callers = callers;
    this.list = list;
    this.export = export;
    this.heads = heads;
    this.verification = verification;
    this.downloads = downloads;
  }

  @Override
  public AuditEventPageDto listAuditEvents(
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until,
      @Nullable UUID actorId,
      @Nullable String operation,
      @Nullable UUID objectId,
      @Nullable AuditOutcomeDto outcome,
      @Nullable UUID requestId,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    AuditQuery query =
        query(from, until, actorId, operation, objectId, outcome, requestId, direction);
    Cursors cursors = Cursors.of("audit-events", query);
    Page<RecordedEvent> page =
        list.page(organization(), query, cursors.request(cursor, limit, false));
    return new AuditEventPageDto()
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
      @Nullable AuditOutcomeDto outcome,
      @Nullable UUID requestId,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    AuditQuery query =
        query(from, until, actorId, operation, objectId, outcome, requestId, direction);
    UUID organization = organization();
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "audit-trail",
        wanted,
        out -> export.write(organization, query, wanted == TableFormat.CSV, out));
  }

  @Override
  public AuditObjectPageDto listAuditEventObjects(
      Long seq, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("audit-objects", seq);
    Page<AuditedObject> page =
        list.objects(organization(), seq, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("event"));
    return new AuditObjectPageDto()
        .items(page.items().stream().map(AuditModels::object).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public AuditHeadPageDto listAuditHeads(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("audit-heads");
    Page<AuditHead> page = heads.list(organization(), cursors.request(cursor, limit, false));
    return new AuditHeadPageDto()
        .items(page.items().stream().map(AuditModels::head).toList())
        .nextCursor(cursors.next(page))
        .keys(heads.publicKeys().stream().map(AuditModels::key).toList());
  }

  @Override
  @LongWork
  public AuditVerificationDto verifyAuditTrail(AuditVerificationRequestDto request) {
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
        verification.verify(organization(), taken, from, MOST_VERIFIED));
  }

  private UUID organization() {
    return callers.current().organizationId();
  }

  private static AuditQuery query(
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime until,
      @Nullable UUID actorId,
      @Nullable String operation,
      @Nullable UUID objectId,
      @Nullable AuditOutcomeDto outcome,
      @Nullable UUID requestId,
      @Nullable SortDirectionDto direction) {
    return new AuditQuery(
        from == null ? null : from.toInstant(),
        until == null ? null : until.toInstant(),
        actorId,
        operation,
        objectId,
        AuditCodes.OUTCOMES.toDomainOrNull(outcome),
        requestId,
        Orders.of(Direction.DESCENDING, direction));
  }
}
