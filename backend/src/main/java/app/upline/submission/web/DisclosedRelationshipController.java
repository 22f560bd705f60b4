package app.upline.submission.web;

import app.upline.api.DisclosedRelationshipsApi;
import app.upline.api.model.DisclosedRelationshipPage;
import app.upline.api.model.EntityType;
import app.upline.api.model.ExportFormat;
import app.upline.api.model.RelationshipStatus;
import app.upline.api.model.TpmoFunction;
import app.upline.api.model.UsState;
import app.upline.identity.Callers;
import app.upline.identity.CurrentUser;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.validation.Fault;
import app.upline.submission.DisclosedFilter;
import app.upline.submission.DisclosedRegister;
import app.upline.submission.DisclosedRelationship;
import app.upline.submission.workbook.DisclosedExport;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class DisclosedRelationshipController implements DisclosedRelationshipsApi {

  private final Callers callers;
  private final DisclosedRegister register;
  private final DisclosedExport export;
  private final Downloads downloads;

  DisclosedRelationshipController(
      Callers callers, DisclosedRegister register, DisclosedExport export, Downloads downloads) {
    this.callers = callers;
    this.register = register;
    this.export = export;
    this.downloads = downloads;
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportDisclosedRelationships(
      @Nullable String q,
      @Nullable TpmoFunction function,
      @Nullable EntityType entityType,
      @Nullable UsState state,
      @Nullable RelationshipStatus status,
      @Nullable LocalDate asOf,
      @Nullable LocalDate activeOn,
      @Nullable UUID agencyId,
      @Nullable ExportFormat format) {
    DisclosedFilter filter =
        filter(q, function, entityType, state, status, asOf, activeOn, agencyId);
    CurrentUser user = callers.current();
    TableFormat wanted = downloads.wanted(format == null ? null : format.name());
    return downloads.table(
        "disclosed-relationships", wanted, out -> export.write(user, filter, wanted, out));
  }

  @Override
  public DisclosedRelationshipPage listDisclosedRelationships(
      @Nullable String q,
      @Nullable TpmoFunction function,
      @Nullable EntityType entityType,
      @Nullable UsState state,
      @Nullable RelationshipStatus status,
      @Nullable LocalDate asOf,
      @Nullable LocalDate activeOn,
      @Nullable UUID agencyId,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean includeTotal) {
    DisclosedFilter filter =
        filter(q, function, entityType, state, status, asOf, activeOn, agencyId);
    Cursors cursors = Cursors.of("disclosed", filter);
    Page<DisclosedRelationship> page =
        register.page(callers.current(), filter, cursors.request(cursor, limit, includeTotal));
    DisclosedRelationshipPage answer =
        new DisclosedRelationshipPage()
            .items(page.items().stream().map(SubmissionModels::disclosed).toList())
            .nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  private static DisclosedFilter filter(
      @Nullable String q,
      @Nullable TpmoFunction function,
      @Nullable EntityType entityType,
      @Nullable UsState state,
      @Nullable RelationshipStatus status,
      @Nullable LocalDate asOf,
      @Nullable LocalDate activeOn,
      @Nullable UUID agencyId) {
    if (q != null && (q.strip().length() < 2 || q.length() > 100)) {
      throw ProblemException.malformed(
          List.of(new Fault("?q", "OUT_OF_RANGE", "Search for 2 to 100 characters.")));
    }
    return new DisclosedFilter(
        q,
        function == null ? null : app.upline.relationship.TpmoFunction.valueOf(function.name()),
        entityType == null ? null : app.upline.relationship.EntityType.valueOf(entityType.name()),
        state == null ? null : app.upline.relationship.UsState.valueOf(state.name()),
        status == null ? null : app.upline.relationship.RelationshipStatus.valueOf(status.name()),
        asOf,
        activeOn,
        agencyId);
  }
}
