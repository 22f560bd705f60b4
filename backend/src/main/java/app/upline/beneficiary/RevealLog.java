package app.upline.beneficiary;

import static app.upline.platform.persistence.Database.instant;

import app.upline.beneficiary.BeneficiaryRows.Row;
import app.upline.identity.CurrentUser;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.personal.RevealReason;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has read which block in clear, and why. */
@Singleton
public final class RevealLog {

  private static final String INSERT =
      """
      insert into beneficiary_reveal (id, incident_id, version, organisation_id, revealed_by, revealer_name, reason, revealed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;
  private final IncidentSight sight;
  private final Ids ids;

  RevealLog(Database database, IncidentSight sight, Ids ids) {
    this.database = database;
    this.sight = sight;
    this.ids = ids;
  }

  void add(CurrentUser user, Row row, RevealReason reason, Instant at) {
    database.update(
        Sql.of(
            INSERT,
            ids.next(),
            row.place().incidentId(),
            row.version(),
            user.organisationId(),
            user.id(),
            user.name(),
            reason.text(),
            at));
  }

  /** By people of the caller's organisation, newest first; empty when there is no such incident. */
  public Optional<Page<Reveal>> page(CurrentUser user, UUID incidentId, PageRequest request) {
    return database.reading(
        () -> sight.find(user, incidentId).map(incident -> of(user, incidentId, request)));
  }

  private Page<Reveal> of(CurrentUser user, UUID incidentId, PageRequest request) {
    Sql sql =
        Sql.of(
            """
            select id, revealer_name, revealed_at, reason from beneficiary_reveal
            where organisation_id = ? and incident_id = ?
            """,
            user.organisationId(),
            incidentId);
    if (!request.isFirst()) {
      sql.add("and id < ?", request.after().getFirst());
    }
    sql.add("order by id desc limit ?", request.limit() + 1);
    List<Reveal> rows =
        database.query(
            sql,
            row ->
                new Reveal(
                    row.getString("id"),
                    row.getString("revealer_name"),
                    instant(row, "revealed_at"),
                    row.getString("reason")));
    return Page.of(rows, request.limit(), reveal -> List.of(reveal.id()));
  }
}
