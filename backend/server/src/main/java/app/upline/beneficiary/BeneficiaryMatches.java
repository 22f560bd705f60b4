package app.upline.beneficiary;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.beneficiary.BeneficiaryRows.Row;
import app.upline.identity.CurrentUser;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.personal.Mbi;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds an agency's incidents of one beneficiary without anybody reading the number. */
@Singleton
public final class BeneficiaryMatches {

  private static final KeyOrder SAME_NUMBER =
      KeyOrder.of("incident_beneficiary b", "incident_beneficiary_by_mbi")
          .with("join incident i on i.id = b.incident_id");

  private final Database database;
  private final IncidentVisibility sight;
  private final BeneficiaryRows rows;
  private final BeneficiarySeal seal;

  BeneficiaryMatches(
      Database database, IncidentVisibility sight, BeneficiaryRows rows, BeneficiarySeal seal) {
    this.database = database;
    this.sight = sight;
    this.rows = rows;
    this.seal = seal;
  }

  /** The others, oldest first; empty when there is no such incident. */
  public Optional<Page<Match>> page(CurrentUser user, UUID incidentId, PageRequest request) {
    return database.reading(
        () ->
            sight
                .find(user, incidentId)
                .map(
                    incident ->
                        rows.newest(incidentId)
                            .flatMap(this::mbi)
                            .map(mbi -> of(user.agencyId(), incidentId, mbi, request))
                            .orElse(new Page<>(List.of(), null, null))));
  }

  private Optional<Mbi> mbi(Row row) {
    return row.sealed() instanceof Sealed sealed
        ? Optional.ofNullable(seal.open(sealed, row.place()).mbi())
        : Optional.empty();
  }

  private Page<Match> of(UUID agencyId, UUID incidentId, Mbi mbi, PageRequest request) {
    Sql sql =
        SAME_NUMBER
            .select("b.incident_id, i.reference")
            .add("where b.agency_id = ? and b.incident_id <> ?", agencyId, incidentId)
            .addIn("and b.mbi_hash in", seal.hashes(agencyId, mbi));
    if (!request.isFirst()) {
      sql.add("and b.incident_id > ?", request.afterId());
    }
    sql.add("order by b.incident_id limit ?", request.limit() + 1);
    List<Match> found =
        database.query(sql, row -> new Match(uuid(row, "incident_id"), row.getString("reference")));
    return Page.of(found, request.limit(), match -> List.of(match.incidentId().toString()));
  }
}
