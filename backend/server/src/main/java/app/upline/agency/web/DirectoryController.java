package app.upline.agency.web;

import app.upline.agency.Agency;
import app.upline.agency.AgencyFilter;
import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.agency.model.AgencyModels;
import app.upline.api.DirectoryApi;
import app.upline.api.model.AgencyDto;
import app.upline.api.model.AgencyPageDto;
import app.upline.api.model.CarrierDto;
import app.upline.api.model.CarrierListDto;
import app.upline.api.model.CodeListsDto;
import app.upline.api.model.EntityTypeDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.caller.CallersSteps;
import app.upline.platform.contract.ContractCodeLists;
import app.upline.platform.http.ETags;
import app.upline.platform.http.KeptByBrowsers;
import app.upline.platform.http.Orders;
import app.upline.platform.http.Searches;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
final class DirectoryController implements DirectoryApi {

  private final CurrentUserProvider callers;
  private final CallersSteps steps;
  private final Directory directory;
  private final ContractCodeLists codeLists;

  DirectoryController(
      CurrentUserProvider callers,
      CallersSteps steps,
      Directory directory,
      ContractCodeLists codeLists) {
    this.callers = callers;
    this.steps = steps;
    this.directory = directory;
    this.codeLists = codeLists;
  }

  @Override
  public CarrierListDto listCarriers() {
    return new CarrierListDto()
        .items(
            directory.carriers(callers.current()).stream()
                .map(DirectoryController::carrier)
                .toList());
  }

  @Override
  public HttpResponse<CarrierDto> getCarrier(UUID carrierId, @Nullable String ifNoneMatch) {
    Carrier carrier =
        directory
            .carrier(callers.current(), carrierId)
            .orElseThrow(() -> ProblemException.notFound("carrier"));
    return HttpResponse.ok(carrier(carrier))
        .header(
            HttpHeaders.ETAG,
            ETags.of(
                Integer.toHexString(
                    Objects.hash(
                        carrier.name(),
                        carrier.timeZone().getId(),
                        carrier.policy().toString(),
                        String.valueOf(carrier.contract())))));
  }

  @Override
  public AgencyPageDto listAgencies(
      @Nullable String q,
      @Nullable String upline,
      @Nullable EntityTypeDto level,
      @Nullable Boolean inForce,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    AgencyFilter filter =
        new AgencyFilter(
            Searches.checked("q", q),
            Searches.checked("upline", upline),
            app.upline.agency.model.AgencyCodes.ENTITY_TYPES.toDomainOrNull(level),
            inForce);
    Direction order = Orders.of(Direction.ASCENDING, direction);
    Cursors cursors = Cursors.of("agencies", filter, order);
    Page<Agency> page =
        directory.agencies(callers.current(), filter, order, cursors.request(cursor, limit, false));
    return new AgencyPageDto()
        .items(page.items().stream().map(this::agency).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @KeptByBrowsers
  public HttpResponse<CodeListsDto> getCodeLists(@Nullable String ifNoneMatch) {
    return HttpResponse.ok(codeLists.all()).header(HttpHeaders.ETAG, ETags.of(codeLists.version()));
  }

  private AgencyDto agency(Agency agency) {
    return AgencyModels.agency(
        agency,
        steps.of(app.upline.agency.model.AgencyCodes.ACTIONS.allToContract(agency.possible())));
  }

  private static CarrierDto carrier(Carrier carrier) {
    return new CarrierDto()
        .id(carrier.id())
        .name(carrier.name())
        .timeZone(carrier.timeZone().getId())
        .policy(PolicyModels.policy(carrier.policy()))
        .contract(AgencyModels.contract(carrier.contract()));
  }
}
