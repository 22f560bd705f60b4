package app.upline.agency.web;

import app.upline.agency.Agency;
import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.agency.model.AgencyModels;
import app.upline.api.DirectoryApi;
import app.upline.api.model.AgencyPageDto;
import app.upline.api.model.CarrierDto;
import app.upline.api.model.CarrierListDto;
import app.upline.api.model.CodeListsDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.contract.ContractCodeLists;
import app.upline.platform.http.ETags;
import app.upline.platform.http.KeptByBrowsers;
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
  private final Directory directory;
  private final ContractCodeLists codeLists;

  DirectoryController(
      CurrentUserProvider callers, Directory directory, ContractCodeLists codeLists) {
    this.callers = callers;
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
  public AgencyPageDto listAgencies(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("agencies");
    Page<Agency> page =
        directory.agencies(callers.current(), cursors.request(cursor, limit, false));
    return new AgencyPageDto()
        .items(page.items().stream().map(AgencyModels::agency).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @KeptByBrowsers
  public HttpResponse<CodeListsDto> getCodeLists(@Nullable String ifNoneMatch) {
    return HttpResponse.ok(codeLists.all()).header(HttpHeaders.ETAG, ETags.of(codeLists.version()));
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
