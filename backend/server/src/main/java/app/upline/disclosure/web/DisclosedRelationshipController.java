package app.upline.disclosure.web;

import app.upline.api.DisclosedRelationshipsApi;
import app.upline.api.model.CarrierDisclosureListDto;
import app.upline.api.model.DisclosedRelationshipDto;
import app.upline.api.model.DisclosedRelationshipPageDto;
import app.upline.api.model.DisclosedRelationshipSortDto;
import app.upline.api.model.EntityTypeDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.RelationshipDisclosurePageDto;
import app.upline.api.model.RelationshipStatusDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.TpmoFunctionDto;
import app.upline.api.model.UsStateDto;
import app.upline.disclosure.DisclosedFilter;
import app.upline.disclosure.DisclosedRegister;
import app.upline.disclosure.DisclosedRelationship;
import app.upline.disclosure.DisclosedRelationshipSort;
import app.upline.disclosure.RelationshipHistory;
import app.upline.disclosure.workbook.DisclosedExport;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.relationship.RelationshipService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class DisclosedRelationshipController implements DisclosedRelationshipsApi {

  private final CurrentUserProvider callers;
  private final DisclosedRegister register;
  private final RelationshipHistory history;
  private final RelationshipService relationships;
  private final DisclosedExport export;
  private final Downloads downloads;

  DisclosedRelationshipController(
      CurrentUserProvider callers,
      DisclosedRegister register,
      RelationshipHistory history,
      RelationshipService relationships,
      DisclosedExport export,
      Downloads downloads) {
    this.callers = callers;
    this.register = register;
    this.history = history;
    this.relationships = relationships;
    this.export = export;
    this.downloads = downloads;
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportDisclosedRelationships(
      @Nullable String q,
      @Nullable TpmoFunctionDto function,
      @Nullable EntityTypeDto entityType,
      @Nullable UsStateDto state,
      @Nullable RelationshipStatusDto status,
      @Nullable LocalDate asOf,
      @Nullable LocalDate activeOn,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable UUID upstreamId,
      @Nullable OffsetDateTime receivedSince,
      @Nullable OffsetDateTime receivedUntil,
      @Nullable DisclosedRelationshipSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    Orders.notWithSearch(q, sort, direction);
    DisclosedFilter filter =
        DisclosedRelationshipRequests.filter(
            q,
            function,
            entityType,
            state,
            status,
            asOf,
            activeOn,
            agencyId,
            upline,
            upstreamId,
            receivedSince,
            receivedUntil);
    ListOrder<DisclosedRelationshipSort> order =
        DisclosedRelationshipRequests.order(filter, sort, direction);
    CurrentUser user = callers.current();
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "disclosed-relationships", wanted, out -> export.write(user, filter, order, wanted, out));
  }

  @Override
  public DisclosedRelationshipPageDto listDisclosedRelationships(
      @Nullable String q,
      @Nullable TpmoFunctionDto function,
      @Nullable EntityTypeDto entityType,
      @Nullable UsStateDto state,
      @Nullable RelationshipStatusDto status,
      @Nullable LocalDate asOf,
      @Nullable LocalDate activeOn,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable UUID upstreamId,
      @Nullable OffsetDateTime receivedSince,
      @Nullable OffsetDateTime receivedUntil,
      @Nullable DisclosedRelationshipSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean includeTotal) {
    Orders.notWithSearch(q, sort, direction);
    DisclosedFilter filter =
        DisclosedRelationshipRequests.filter(
            q,
            function,
            entityType,
            state,
            status,
            asOf,
            activeOn,
            agencyId,
            upline,
            upstreamId,
            receivedSince,
            receivedUntil);
    ListOrder<DisclosedRelationshipSort> order =
        DisclosedRelationshipRequests.order(filter, sort, direction);
    Cursors cursors = Cursors.of("disclosed", filter, order);
    Page<DisclosedRelationship> page =
        register.page(
            callers.current(), filter, order, cursors.request(cursor, limit, includeTotal));
    DisclosedRelationshipPageDto answer =
        new DisclosedRelationshipPageDto()
            .items(page.items().stream().map(DisclosureModels::disclosed).toList())
            .nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  @Override
  public HttpResponse<DisclosedRelationshipDto> getDisclosedRelationship(
      UUID relationshipId, @Nullable LocalDate asOf, @Nullable String ifNoneMatch) {
    return register
        .find(callers.current(), relationshipId, asOf)
        .map(
            held ->
                HttpResponse.ok(DisclosureModels.disclosed(held))
                    .header(HttpHeaders.ETAG, ETags.of(DisclosureModels.version(held))))
        .orElseThrow(() -> ProblemException.notFound("relationship"));
  }

  /** What was taken back is not held any more, but was told: its history is there still. */
  @Override
  public RelationshipDisclosurePageDto listDisclosedRelationshipHistory(
      UUID relationshipId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("relationship-disclosures", relationshipId);
    Page<RelationshipHistory.Entry> page =
        history.page(callers.current(), relationshipId, cursors.request(cursor, limit, false));
    if (page.items().isEmpty() && cursor == null) {
      throw ProblemException.notFound("relationship");
    }
    return new RelationshipDisclosurePageDto()
        .items(page.items().stream().map(DisclosureModels::disclosure).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public CarrierDisclosureListDto listRelationshipDisclosures(UUID relationshipId) {
    relationships
        .find(callers.current(), relationshipId)
        .orElseThrow(() -> ProblemException.notFound("relationship"));
    return new CarrierDisclosureListDto()
        .items(
            register.toCarriers(callers.current(), relationshipId).stream()
                .map(DisclosureModels::toCarrier)
                .toList());
  }
}
