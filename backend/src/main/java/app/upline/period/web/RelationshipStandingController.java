package app.upline.period.web;

import app.upline.api.RelationshipStandingsApi;
import app.upline.api.model.PeriodParty;
import app.upline.api.model.RelationshipStandingPage;
import app.upline.api.model.RelationshipStandingStatus;
import app.upline.api.model.UndisclosedChanges;
import app.upline.identity.Callers;
import app.upline.period.RelationshipStanding;
import app.upline.period.RelationshipStanding.Waiting;
import app.upline.period.RelationshipStandings;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import io.micronaut.http.annotation.Controller;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

@Controller
class RelationshipStandingController implements RelationshipStandingsApi {

  private final Callers callers;
  private final RelationshipStandings standings;

  RelationshipStandingController(Callers callers, RelationshipStandings standings) {
    this.callers = callers;
    this.standings = standings;
  }

  @Override
  public RelationshipStandingPage listRelationshipStandings(
      @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("relationship-standings", "");
    Page<RelationshipStanding> page =
        standings.page(callers.current(), cursors.request(cursor, limit, false));
    return new RelationshipStandingPage()
        .items(page.items().stream().map(RelationshipStandingController::model).toList())
        .nextCursor(cursors.next(page));
  }

  private static app.upline.api.model.RelationshipStanding model(RelationshipStanding standing) {
    return new app.upline.api.model.RelationshipStanding()
        .agency(party(standing.agency()))
        .carrier(party(standing.carrier()))
        .status(RelationshipStandingStatus.valueOf(standing.status().name()))
        .why(standing.why())
        .lastDisclosedAt(
            standing.lastToldAt() == null ? null : standing.lastToldAt().atOffset(ZoneOffset.UTC))
        .policyEffectiveFrom(standing.policy().effectiveFrom())
        .undisclosed(standing.waiting() == null ? null : undisclosed(standing.waiting()));
  }

  private static UndisclosedChanges undisclosed(Waiting waiting) {
    return new UndisclosedChanges()
        .count(waiting.count())
        .countIsCapped(waiting.isCapped())
        .oldestKnownOn(waiting.oldestKnownOn())
        .dueOn(waiting.toldBy());
  }

  private static PeriodParty party(app.upline.period.ReportingPeriod.Side side) {
    return new PeriodParty().id(side.id()).name(side.name());
  }
}
