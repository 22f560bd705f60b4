package app.upline.agency.web;

import app.upline.agency.Agency;
import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.api.DirectoryApi;
import app.upline.api.model.AgencyPage;
import app.upline.api.model.CarrierList;
import app.upline.api.model.CodeLists;
import app.upline.api.model.EntityType;
import app.upline.identity.Callers;
import app.upline.platform.contract.ContractCodeLists;
import app.upline.platform.http.ETags;
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

  private final Callers callers;
  private final Directory directory;
  private final ContractCodeLists codeLists;

  DirectoryController(Callers callers, Directory directory, ContractCodeLists codeLists) {
    this.callers = callers;
    this.directory = directory;
    this.codeLists = codeLists;
  }

  @Override
  public CarrierList listCarriers() {
    return new CarrierList()
        .items(
            directory.carriers(callers.current()).stream()
                .map(DirectoryController::carrier)
                .toList());
  }

  @Override
  public HttpResponse<app.upline.api.model.Carrier> getCarrier(
      UUID carrierId, @Nullable String ifNoneMatch) {
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
                        carrier.name(), carrier.timeZone().getId(), carrier.policy().toString()))));
  }

  @Override
  public AgencyPage listAgencies(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("agencies");
    Page<Agency> page =
        directory.agencies(callers.current(), cursors.request(cursor, limit, false));
    return new AgencyPage()
        .items(page.items().stream().map(DirectoryController::agency).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<CodeLists> getCodeLists(@Nullable String ifNoneMatch) {
    return HttpResponse.ok(codeLists.all()).header(HttpHeaders.ETAG, ETags.of(codeLists.version()));
  }

  private static app.upline.api.model.Carrier carrier(Carrier carrier) {
    return new app.upline.api.model.Carrier()
        .id(carrier.id())
        .name(carrier.name())
        .timeZone(carrier.timeZone().getId())
        .policy(PolicyModels.policy(carrier.policy()));
  }

  private static app.upline.api.model.Agency agency(Agency agency) {
    return new app.upline.api.model.Agency()
        .id(agency.id())
        .name(agency.name())
        .npn(agency.npn())
        .level(EntityType.valueOf(agency.level()))
        .uplineName(agency.uplineName());
  }
}
