package app.upline.agency.web;

import app.upline.agency.Contract;
import app.upline.agency.ContractDirectory;
import app.upline.agency.ContractDirectoryLog;
import app.upline.agency.ContractImport;
import app.upline.agency.workbook.ContractDirectoryReader;
import app.upline.api.ContractDirectoryApi;
import app.upline.api.model.ContractDirectoryDto;
import app.upline.api.model.ContractDirectoryImportDto;
import app.upline.api.model.ContractDirectoryImportPageDto;
import app.upline.api.model.ContractDto;
import app.upline.api.model.ContractPageDto;
import app.upline.api.model.ContractRowFaultDto;
import app.upline.api.model.DirectoryImportStatusDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.OrganizationKind;
import app.upline.platform.http.Orders;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.upload.UploadedSheets;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Controller
class ContractDirectoryController implements ContractDirectoryApi {

  private static final Pattern BEGINNING = Pattern.compile("[A-Za-z0-9]{1,5}");

  private final CurrentUserProvider callers;
  private final ContractDirectory directory;
  private final ContractDirectoryLog log;
  private final ContractDirectoryReader reader;
  private final UploadedSheets uploads;

  ContractDirectoryController(
      CurrentUserProvider callers,
      ContractDirectory directory,
      ContractDirectoryLog log,
      ContractDirectoryReader reader,
      UploadedSheets uploads) {
    this.callers = callers;
    this.directory = directory;
    this.log = log;
    this.reader = reader;
    this.uploads = uploads;
  }

  @Override
  @LongWork
  @Idempotent(ownTransaction = true)
  public HttpResponse<ContractDirectoryImportDto> importContractDirectory(
      CompletedFileUpload file, @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    ContractImport upload =
        log.apply(user, uploads.read(file, path -> reader.read(path, UploadedSheets.name(file))));
    return HttpResponse.created(shown(upload))
        .header(HttpHeaders.LOCATION, "/v1/contract-directory-imports/" + upload.id());
  }

  @Override
  public ContractDirectoryImportPageDto listContractDirectoryImports(
      @Nullable DirectoryImportStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    Direction order = Orders.of(Direction.DESCENDING, direction);
    Cursors cursors = Cursors.of("contract-directory-imports", status, order);
    Page<ContractImport> page =
        log.list(
            callers.current(),
            AgencyCodes.DIRECTORY_IMPORT_STATUSES.toDomainOrNull(status),
            order,
            cursors.request(cursor, limit, false));
    return new ContractDirectoryImportPageDto()
        .items(page.items().stream().map(ContractDirectoryController::shown).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public ContractDirectoryImportDto getContractDirectoryImport(UUID directoryImportId) {
    return shown(
        log.find(callers.current(), directoryImportId)
            .orElseThrow(() -> ProblemException.notFound("upload")));
  }

  @Override
  public ContractDirectoryDto getContractDirectory(@Nullable UUID carrierId) {
    CurrentUser user = callers.current();
    UUID carrier = carrier(user, carrierId);
    var answer = new ContractDirectoryDto().carrierId(carrier).loaded(false);
    log.current(carrier)
        .ifPresent(
            current ->
                answer
                    .loaded(true)
                    .importId(current.id())
                    .fileName(current.fileName())
                    .contractCount(current.contractCount())
                    .contentSha256(current.contentSha256())
                    .loadedAt(PolicyModels.time(current.uploadedAt()))
                    .loadedBy(
                        user.kind() == OrganizationKind.CARRIER ? current.uploadedBy() : null));
    return answer;
  }

  @Override
  public ContractPageDto listContracts(
      @Nullable UUID carrierId,
      @Nullable String q,
      @Nullable String number,
      @Nullable String cursor,
      @Nullable Integer limit) {
    if (number != null && !BEGINNING.matcher(number).matches()) {
      throw refused("?number", "INVALID_NUMBER", "Enter one to five letters or digits.");
    }
    UUID carrier = carrier(callers.current(), carrierId);
    Cursors cursors = Cursors.of("contracts", carrier, q, number);
    Page<Contract> page =
        directory.search(
            carrier,
            new ContractDirectory.Filter(q, number),
            cursors.request(cursor, limit, false));
    return new ContractPageDto()
        .items(page.items().stream().map(ContractDirectoryController::shown).toList())
        .nextCursor(cursors.next(page));
  }

  private UUID carrier(CurrentUser user, @Nullable UUID carrierId) {
    if (carrierId == null && user.kind() == OrganizationKind.AGENCY) {
      throw refused("?carrierId", "REQUIRED", "Choose one of the agency's carriers.");
    }
    return directory
        .carrierOf(user, carrierId)
        .orElseThrow(() -> ProblemException.notFound("carrier"));
  }

  private static ProblemException refused(String pointer, String code, String message) {
    return ProblemException.malformed(List.of(new Fault(pointer, code, message)));
  }

  private static ContractDirectoryImportDto shown(ContractImport upload) {
    return new ContractDirectoryImportDto()
        .id(upload.id())
        .status(AgencyCodes.DIRECTORY_IMPORT_STATUSES.toContract(upload.status()))
        .fileName(upload.fileName())
        .contractCount(upload.contractCount())
        .faultCount(upload.faultCount())
        .faults(
            upload.faults().stream()
                .map(
                    fault ->
                        new ContractRowFaultDto()
                            .row(fault.row())
                            .cell(fault.cell())
                            .column(fault.column())
                            .code(fault.code())
                            .message(fault.message()))
                .toList())
        .contentSha256(upload.contentSha256())
        .uploadedAt(PolicyModels.time(upload.uploadedAt()))
        .uploadedBy(upload.uploadedBy())
        .current(upload.current());
  }

  private static ContractDto shown(Contract contract) {
    return new ContractDto()
        .number(contract.number())
        .legalName(contract.legalName())
        .marketingName(contract.marketingName())
        .parentOrganization(contract.parentOrganization())
        .organizationType(contract.organizationType())
        .planType(contract.planType())
        .effectiveDate(contract.effectiveDate());
  }
}
