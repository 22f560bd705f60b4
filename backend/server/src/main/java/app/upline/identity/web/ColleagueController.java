package app.upline.identity.web;

import app.upline.api.ColleaguesApi;
import app.upline.api.model.ColleagueDto;
import app.upline.api.model.ColleaguePageDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.UserStatusDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.people.Colleague;
import app.upline.identity.people.Colleagues;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;

/** The people whom work can be given to. */
@Controller
class ColleagueController implements ColleaguesApi {

  private final CurrentUserProvider callers;
  private final Colleagues colleagues;

  ColleagueController(CurrentUserProvider callers, Colleagues colleagues) {
    this.callers = callers;
    this.colleagues = colleagues;
  }

  @Override
  public ColleaguePageDto listColleagues(
      @Nullable SortDirectionDto direction, @Nullable String cursor, @Nullable Integer limit) {
    Direction order = Orders.of(Direction.ASCENDING, direction);
    Cursors cursors = Cursors.of("colleagues", order);
    Page<Colleague> page =
        colleagues.page(callers.current(), order, cursors.request(cursor, limit, false));
    return new ColleaguePageDto()
        .items(page.items().stream().map(ColleagueController::colleague).toList())
        .nextCursor(cursors.next(page));
  }

  /** Active, since disabled people can be given no work and are none of them. */
  private static ColleagueDto colleague(Colleague colleague) {
    return new ColleagueDto()
        .id(colleague.id())
        .name(colleague.name())
        .roles(IdentityModels.roles(colleague.roles()))
        .status(UserStatusDto.ACTIVE);
  }
}
