package app.upline.period.web;

import app.upline.api.RelationshipStandingsApi;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.PeriodPartyDto;
import app.upline.api.model.RelationshipStandingDto;
import app.upline.api.model.RelationshipStandingPageDto;
import app.upline.api.model.RelationshipStandingStatusDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.UndisclosedChangesDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.period.RelationshipStanding;
import app.upline.period.RelationshipStanding.Waiting;
import app.upline.period.RelationshipStandings;
import app.upline.period.ReportingPeriod;
import app.upline.period.workbook.StandingExport;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.share.LongWork;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class RelationshipStandingController implements RelationshipStandingsApi {

  private final CurrentUserProvider callers;
  private final OtherParty others;
  private final RelationshipStandings standings;
  private final StandingExport export;
  private final Downloads downloads;

  RelationshipStandingController(
      CurrentUserProvider callers,
      OtherParty others,
      RelationshipStandings standings,
      StandingExport export,
      Downloads downloads) {
    this.callers = callers;
    this.others = others;
    this.standings = standings;
    this.export = export;
    this.downloads = downloads;
  }

  @Override
  public RelationshipStandingPageDto listRelationshipStandings(
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable RelationshipStandingStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    CurrentUser user = callers.current();
    RelationshipStandings.Filter filter = filter(user, carrierId, agencyId, upline, status);
    Direction order = Orders.of(Direction.ASCENDING, direction);
    Cursors cursors = Cursors.of("relationship-standings", filter, order);
    Page<RelationshipStanding> page =
        standings.page(user, filter, order, cursors.request(cursor, limit, false));
    return new RelationshipStandingPageDto()
        .items(page.items().stream().map(RelationshipStandingController::model).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportRelationshipStandings(
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable RelationshipStandingStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    CurrentUser user = callers.current();
    RelationshipStandings.Filter filter = filter(user, carrierId, agencyId, upline, status);
    Direction order = Orders.of(Direction.ASCENDING, direction);
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "relationship-standings", wanted, out -> export.write(user, filter, order, wanted, out));
  }

  private RelationshipStandings.Filter filter(
      CurrentUser user,
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable RelationshipStandingStatusDto status) {
    return new RelationshipStandings.Filter(
        others.asked(user, carrierId, agencyId),
        upline,
        PeriodCodes.RELATIONSHIP_STATUSES.toDomainOrNull(status));
  }

  private static RelationshipStandingDto model(RelationshipStanding standing) {
    return new RelationshipStandingDto()
        .agency(party(standing.agency()))
        .carrier(party(standing.carrier()))
        .status(PeriodCodes.RELATIONSHIP_STATUSES.toContract(standing.status()))
        .why(standing.why())
        .lastDisclosedAt(
            standing.lastToldAt() == null ? null : standing.lastToldAt().atOffset(ZoneOffset.UTC))
        .policyEffectiveFrom(standing.policy().effectiveFrom())
        .undisclosed(standing.waiting() == null ? null : undisclosed(standing.waiting()));
  }

  private static UndisclosedChangesDto undisclosed(Waiting waiting) {
    return new UndisclosedChangesDto()
        .count(waiting.count())
        .countIsCapped(waiting.isCapped())
        .oldestKnownOn(waiting.oldestKnownOn())
        .dueOn(waiting.toldBy());
  }

  private static PeriodPartyDto party(ReportingPeriod.Side side) {
    return new PeriodPartyDto().id(side.id()).name(side.name());
  }
}
