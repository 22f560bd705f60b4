package app.upline.relationship;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.Change;
import app.upline.record.Origin;
import app.upline.record.RecordWriter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes revisions of relationships and what follows from them. Called inside a transaction that
 * holds the agency's lock, with details that the rules have passed.
 */
@Singleton
final class RegisterWriter {

  private final Database database;
  private final RecordWriter writer;
  private final RecordWriter.Shape<Relationship, RelationshipDetails> shape;

  RegisterWriter(
      Database database,
      RecordWriter writer,
      RecordWriter.Shape<Relationship, RelationshipDetails> shape) {
    this.database = database;
    this.writer = writer;
    this.shape = shape;
  }

  UUID newId() {
    return writer.newId();
  }

  /** Writes all, and answers them as they now are, in the same order. */
  List<Relationship> write(
      CurrentUser user, Origin origin, List<Change<Relationship, RelationshipDetails>> changes) {
    List<Relationship> written = writer.write(shape, user, origin, changes);
    linkUpstream(changes);
    markUndisclosed(user.agencyId(), written);
    return written;
  }

  /** After all rows exist, since a row of a sheet may be beneath a later one. */
  private void linkUpstream(List<Change<Relationship, RelationshipDetails>> changes) {
    List<List<@Nullable Object>> links = new ArrayList<>();
    for (Change<Relationship, RelationshipDetails> change : changes) {
      UUID was = change.before() == null ? null : change.before().details().upstreamId();
      UUID is = change.details().upstreamId();
      if (!java.util.Objects.equals(was, is)) {
        links.add(Arrays.asList(is, change.id()));
      }
    }
    database.batch("update relationship set upstream_id = ? where id = ?", links);
  }

  /** Forgets that carriers are owed one, after it was written, but for some of them. */
  void owedOnlyTo(Relationship written, Predicate<UUID> carriers) {
    List<UUID> owed =
        database.query(
            Sql.of(
                "select carrier_id from undisclosed_relationship where agency_id = ? and relationship_id = ?",
                written.agencyId(),
                written.id()),
            row -> uuid(row, "carrier_id"));
    database.batch(
        "delete from undisclosed_relationship where agency_id = ? and carrier_id = ? and relationship_id = ?",
        owed.stream()
            .filter(carriers.negate())
            .map(carrier -> List.of(written.agencyId(), carrier, written.id()))
            .toList());
  }

  private void markUndisclosed(UUID agencyId, List<Relationship> written) {
    for (List<UUID> chunk : Chunks.of(written.stream().map(Relationship::id).toList())) {
      database.update(
          Sql.of(
                  """
                  insert ignore into undisclosed_relationship (agency_id, carrier_id, relationship_id)
                  select k.agency_id, k.carrier_id, r.id
                  from agency_contract k join relationship r on r.agency_id = k.agency_id
                  where k.agency_id = ? and k.in_force
                  """,
                  agencyId)
              .addIn("and r.id in", chunk));
    }
  }
}
