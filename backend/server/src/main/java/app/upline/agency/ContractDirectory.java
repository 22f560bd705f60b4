package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.text.Words;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CMS's public directory of contracts, as each carrier has loaded it. Its content is public, yet
 * each carrier keeps its own copy, so that no carrier's upload spoils another's checks.
 */
@Singleton
public final class ContractDirectory {

  private static final String ENTRIES =
      """
      select e.contract_number, e.legal_name, e.marketing_name, e.parent_organization, e.organization_type, e.plan_type, e.effective_date
      from contract_directory d
      join contract_directory_entry e on e.import_id = d.import_id
      where d.carrier_id = ?
      """;

  private final Database database;

  ContractDirectory(Database database) {
    this.database = database;
  }

  /**
   * Which contracts are wanted.
   *
   * @param q words of the names, each the beginning of one
   * @param number the beginning of the number
   */
  public record Filter(@Nullable String q, @Nullable String number) {}

  /** Whether a carrier's directory knows the number. */
  public ContractCheck check(UUID carrierId, String contractNumber) {
    return check(carrierId, List.of(contractNumber)).get(contractNumber);
  }

  /**
   * Whether a carrier's directory knows the numbers; three queries at most, however many there are.
   *
   * @return by number as given
   */
  public Map<String, ContractCheck> check(UUID carrierId, Collection<String> contractNumbers) {
    if (contractNumbers.isEmpty()) {
      return Map.of();
    }
    return database.reading(
        () -> {
          Map<String, ContractCheck> checks = new LinkedHashMap<>();
          if (currentImport(carrierId).isEmpty()) {
            contractNumbers.forEach(given -> checks.put(given, new ContractCheck.NotLoaded()));
            return checks;
          }
          Map<String, Contract> known = known(carrierId, contractNumbers);
          Set<String> unknown = new LinkedHashSet<>();
          for (String given : contractNumbers) {
            Contract contract = known.get(normal(given));
            if (contract == null) {
              unknown.add(given);
            } else {
              checks.put(given, new ContractCheck.Known(contract));
            }
          }
          if (!unknown.isEmpty()) {
            NearestContracts nearest = new NearestContracts(everything(carrierId));
            unknown.forEach(
                given -> checks.put(given, new ContractCheck.Unknown(nearest.to(normal(given)))));
          }
          return checks;
        });
  }

  /**
   * The contracts of a carrier's directory by number.
   *
   * @param carrierId one that the caller has to do with; see {@link #carrierOf}
   */
  public Page<Contract> search(UUID carrierId, Filter filter, PageRequest page) {
    Sql sql = Sql.of(ENTRIES, carrierId);
    if (!page.isFirst()) {
      sql.add("and e.contract_number > ?", page.after().getFirst());
    }
    if (filter.number() != null) {
      // Digits and capital letters only, so nothing in it is a wildcard.
      sql.add("and e.contract_number like ?", normal(filter.number()) + "%");
    }
    if (filter.q() != null) {
      Words.ofQuery(filter.q())
          .forEach(word -> sql.add("and e.search_text like ?", "% " + word + "%"));
    }
    sql.add("order by e.contract_number limit ?", page.limit() + 1);
    List<Contract> rows = database.reading(() -> database.query(sql, ContractDirectory::contract));
    return Page.of(rows, page.limit(), contract -> List.of(contract.number()));
  }

  /**
   * Whose directory the caller means: a carrier's people their own, an agency's one of its
   * carriers.
   *
   * @return empty when the caller has nothing to do with that carrier
   */
  public Optional<UUID> carrierOf(CurrentUser user, @Nullable UUID carrierId) {
    if (user.kind() == OrganizationKind.CARRIER) {
      UUID own = user.carrierId();
      return carrierId == null || carrierId.equals(own) ? Optional.of(own) : Optional.empty();
    }
    return database.reading(
        () ->
            database.first(
                Sql.of(
                    "select carrier_id from agency_contract where agency_id = ? and carrier_id = ?",
                    user.agencyId(),
                    carrierId),
                row -> uuid(row, "carrier_id")));
  }

  /** The upload that a carrier's numbers are checked against. */
  Optional<UUID> currentImport(UUID carrierId) {
    return database.first(
        Sql.of("select import_id from contract_directory where carrier_id = ?", carrierId),
        row -> uuid(row, "import_id"));
  }

  private Map<String, Contract> known(UUID carrierId, Collection<String> given) {
    Set<String> numbers = new LinkedHashSet<>();
    given.forEach(number -> numbers.add(normal(number)));
    Map<String, Contract> known = new LinkedHashMap<>();
    database
        .query(
            Sql.of(ENTRIES, carrierId).addIn("and e.contract_number in", numbers),
            ContractDirectory::contract)
        .forEach(contract -> known.put(contract.number(), contract));
    return known;
  }

  private List<Contract> everything(UUID carrierId) {
    return database.query(
        Sql.of(ENTRIES, carrierId).add("order by e.contract_number"), ContractDirectory::contract);
  }

  static String normal(String number) {
    return number.strip().toUpperCase(Locale.ROOT);
  }

  private static Contract contract(ResultSet row) throws SQLException {
    return new Contract(
        row.getString("contract_number"),
        row.getString("legal_name"),
        row.getString("marketing_name"),
        row.getString("parent_organization"),
        row.getString("organization_type"),
        row.getString("plan_type"),
        row.getObject("effective_date", LocalDate.class));
  }
}
