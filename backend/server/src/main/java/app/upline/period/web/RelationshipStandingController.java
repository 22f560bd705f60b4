package app.upline.period.web;

import app.upline.api.RelationshipStandingsApi;
import app.upline.api.model.PeriodPartyDto;
import app.upline.api.model.RelationshipStandingDto;
import app.upline.api.model.RelationshipStandingPageDto;
import app.upline.api.model.UndisclosedChangesDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.period.RelationshipStanding;
import app.upline.period.RelationshipStanding.Waiting;
import app.upline.period.RelationshipStandings;
import app.upline.period.ReportingPeriod;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import io.micronaut.http.annotation.Controller;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

@Controller
class RelationshipStandingController implements RelationshipStandingsApi {

  private final CurrentUserProvider callers;
  private final RelationshipStandings standings;

  RelationshipStandingController(CurrentUserProvider callers, RelationshipStandings standings) {
    this.callers = callers;
    this.standings = standings;
  }

  @Override
  public RelationshipStandingPageDto listRelationshipStandings(
      @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("relationship-standings", "");
    Page<RelationshipStanding> page =
        standings.page(callers.current(), cursors.request(cursor, limit, false));
    return new RelationshipStandingPageDto()
        .items(page.items().stream().map(RelationshipStandingController::model).toList())
        .nextCursor(cursors.next(page));
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
