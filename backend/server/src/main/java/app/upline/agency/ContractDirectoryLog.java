package app.upline.agency;

import app.upline.agency.ContractImport.RowFault;
import app.upline.agency.ContractImport.Status;
import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.text.Words;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a carrier's directory in the place of the one before, and remembers every upload. */
@Singleton
public final class ContractDirectoryLog {

  private static final String IMPORTS =
      """
      select i.*, d.import_id is not null as is_current
      from contract_directory_import i
      left join contract_directory d on d.carrier_id = i.carrier_id and d.import_id = i.id
      where i.carrier_id = ?
      """;

  private static final String ENTRY =
      """
      insert into contract_directory_entry (import_id, contract_number, legal_name, marketing_name, parent_organization, organization_type,
        plan_type, effective_date, search_text)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;
  private final ContractImportRows imports;
  private final CarrierLock lock;
  private final ContractDirectory directory;
  private final AuditTrail audit;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  ContractDirectoryLog(
      Database database,
      ContractImportRows imports,
      CarrierLock lock,
      ContractDirectory directory,
      AuditTrail audit,
      JsonMapper json,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.imports = imports;
    this.lock = lock;
    this.directory = directory;
    this.audit = audit;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records the upload and, if nothing is wrong with it, makes it the carrier's directory. Until
   * the last row is written everybody reads the earlier one.
   */
  public ContractImport apply(CurrentUser user, ContractFile file) {
    UUID carrierId = user.carrierId();
    return database.writing(
        () -> {
          lock.hold(carrierId);
          UUID id = ids.next();
          Status status = file.faultCount() == 0 ? Status.LOADED : Status.REJECTED;
          record(user, id, status, file);
          if (status == Status.LOADED) {
            write(id, file.contracts());
            switchTo(carrierId, id);
          }
          audit.changed(
              "contract-directory",
              id,
              null,
              null,
              Digest.of(status, file.contentSha256(), file.rowCount()));
          return find(user, id).orElseThrow();
        });
  }

  /** The uploads of the caller's carrier, newest first, without their faults. */
  public Page<ContractImport> list(
      CurrentUser user, @Nullable Status status, Direction direction, PageRequest page) {
    Sql sql = Sql.of(IMPORTS, user.carrierId()).addIf(status, "and i.status = ?");
    if (!page.isFirst()) {
      sql.add("and i.id " + direction.beyond() + " ?", page.afterId());
    }
    sql.add("order by i.id" + direction.suffix() + " limit ?", page.limit() + 1);
    List<ContractImport> rows = database.reading(() -> database.query(sql, this::upload));
    return Page.of(rows, page.limit(), upload -> List.of(upload.id().toString()));
  }

  /** One upload of the caller's carrier. */
  public Optional<ContractImport> find(CurrentUser user, UUID id) {
    Sql sql = Sql.of(IMPORTS, user.carrierId()).add("and i.id = ?", id);
    return database.reading(() -> database.first(sql, this::uploadWithFaults));
  }

  /**
   * The upload that a carrier's numbers are checked against.
   *
   * @param carrierId one that the caller has to do with
   */
  public Optional<ContractImport> current(UUID carrierId) {
    Sql sql = Sql.of(IMPORTS, carrierId).add("and d.import_id = i.id");
    return database.reading(() -> database.first(sql, this::upload));
  }

  private void record(CurrentUser user, UUID id, Status status, ContractFile file) {
    imports.save(
        new ContractImportRow(
            id,
            user.carrierId(),
            status,
            file.fileName(),
            file.rowCount(),
            file.faultCount(),
            text(file.faults()),
            file.contentSha256(),
            clock.instant(),
            user.id(),
            user.name()));
  }

  private void write(UUID id, List<Contract> contracts) {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (Contract contract : contracts) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(id);
      row.add(contract.number());
      row.add(contract.legalName());
      row.add(contract.marketingName());
      row.add(contract.parentOrganization());
      row.add(contract.organizationType());
      row.add(contract.planType());
      row.add(contract.effectiveDate());
      row.add(searchText(contract));
      rows.add(row);
    }
    database.batch(ENTRY, rows);
  }

  private void switchTo(UUID carrierId, UUID id) {
    Optional<UUID> earlier = directory.currentImport(carrierId);
    imports.putInForce(carrierId, id);
    earlier.ifPresent(imports::forgetEntries);
  }

  private static String searchText(Contract contract) {
    StringBuilder text = new StringBuilder();
    for (String name :
        Arrays.asList(
            contract.legalName(), contract.marketingName(), contract.parentOrganization())) {
      if (name != null) {
        Words.of(name).forEach(word -> text.append(' ').append(word));
      }
    }
    return text.toString();
  }

  private ContractImport upload(ResultSet row) throws SQLException {
    return database
        .entity(row, ContractImportRow.class)
        .upload(List.of(), row.getBoolean("is_current"));
  }

  private ContractImport uploadWithFaults(ResultSet row) throws SQLException {
    ContractImportRow found = database.entity(row, ContractImportRow.class);
    return found.upload(faults(found.faults()), row.getBoolean("is_current"));
  }

  private String text(List<RowFault> faults) {
    try {
      return json.writeValueAsString(
          faults.stream()
              .map(
                  fault ->
                      Map.of(
                          "row", Integer.toString(fault.row()),
                          "cell", fault.cell(),
                          "column", fault.column(),
                          "code", fault.code(),
                          "message", fault.message()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<RowFault> faults(String text) {
    try {
      return json
          .readValue(text, Argument.listOf(Argument.mapOf(String.class, String.class)))
          .stream()
          .map(
              fault ->
                  new RowFault(
                      Integer.parseInt(fault.get("row")),
                      fault.get("cell"),
                      fault.get("column"),
                      fault.get("code"),
                      fault.get("message")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
