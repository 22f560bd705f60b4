package app.upline.beneficiary;

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

  private final Database database;
  private final RevealRows reveals;
  private final IncidentVisibility sight;
  private final Ids ids;

  RevealLog(Database database, RevealRows reveals, IncidentVisibility sight, Ids ids) {
    this.reveals = reveals;
    this.database = database;
    this.sight = sight;
    this.ids = ids;
  }

  void add(CurrentUser user, Row row, RevealReason reason, Instant at) {
    reveals.save(
        new RevealRow(
            ids.next(),
            row.place().incidentId(),
            row.version(),
            user.organizationId(),
            user.id(),
            user.name(),
            reason.text(),
            at));
  }

  /** By people of the caller's organization, newest first; empty when there is no such incident. */
  public Optional<Page<Reveal>> page(CurrentUser user, UUID incidentId, PageRequest request) {
    return database.reading(
        () -> sight.find(user, incidentId).map(incident -> of(user, incidentId, request)));
  }

  private Page<Reveal> of(CurrentUser user, UUID incidentId, PageRequest request) {
    Sql sql =
        Sql.of(
            """
            select * from beneficiary_reveal
            where organization_id = ? and incident_id = ?
            """,
            user.organizationId(),
            incidentId);
    if (!request.isFirst()) {
      sql.add("and id < ?", request.afterId());
    }
    sql.add("order by id desc limit ?", request.limit() + 1);
    List<Reveal> rows =
        database.query(sql, RevealRow.class).stream().map(RevealRow::reveal).toList();
    return Page.of(rows, request.limit(), reveal -> List.of(reveal.id().toString()));
  }
}
