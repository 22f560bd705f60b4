package app.upline.relationship;

import app.upline.agency.References;
import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.identity.CurrentUser;
import app.upline.platform.listing.FacetIndex;
import app.upline.platform.listing.Terms;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.text.Words;
import app.upline.record.Origin;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes revisions: one, or fifty thousand, by the same statements. Called inside a transaction
 * that holds the agency's lock, with details that the rules have passed.
 */
@Singleton
final class RegisterWriter {

  /** How many ids go into one IN list. */
  private static final int CHUNK = 500;

  private static final String INSERT_HEAD =
      """
      insert into relationship (id, agency_id, reference, own_reference, revision, legal_name, name_key, npn, ein,
        entity_type, state, functions, status, search_text, created_at, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE_HEAD =
      """
      update relationship set own_reference = ?, revision = ?, legal_name = ?, name_key = ?, npn = ?, ein = ?,
        entity_type = ?, state = ?, functions = ?, status = ?, search_text = ?, changed_at = ?
      where id = ? and agency_id = ? and revision = ?
      """;

  private static final String INSERT_REVISION =
      """
      insert into relationship_revision (relationship_id, revision, content, content_sha256, entity_type, state,
        functions, status, start_date, end_date, known_on, origin, changed_at, changed_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;
  private final ContentText content;
  private final References references;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  RegisterWriter(
      Database database,
      ContentText content,
      References references,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.content = content;
    this.references = references;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A revision to be written.
   *
   * @param id chosen before, so that rows of one sheet can refer to each other
   * @param before what it was, null when it is new
   */
  record Change(UUID id, @Nullable Relationship before, RelationshipDetails details) {}

  UUID newId() {
    return ids.next();
  }

  /** Writes all, and answers them as they now are, in the same order. */
  List<Relationship> write(CurrentUser user, Origin origin, List<Change> changes) {
    List<Relationship> written = next(user.agencyId(), changes);
    List<Relationship> added = new ArrayList<>();
    List<Relationship> changed = new ArrayList<>();
    for (Relationship relationship : written) {
      (relationship.revision() == 1 ? added : changed).add(relationship);
    }
    database.batch(INSERT_HEAD, added.stream().map(RegisterWriter::newHead).toList());
    database.batch(UPDATE_HEAD, changed.stream().map(RegisterWriter::changedHead).toList());
    List<AuditedObject> audited = new ArrayList<>();
    List<List<@Nullable Object>> revisions = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Relationship after = written.get(i);
      String text = content.write(after.details());
      String digest = ContentText.sha256(text);
      revisions.add(revision(after, text, digest, user, origin));
      audited.add(audited(changes.get(i).before(), after, digest));
    }
    database.batch(INSERT_REVISION, revisions);
    linkUpstream(changes);
    writeFacets(changes, written);
    markUndisclosed(user.agencyId(), written);
    audit.changed(audited);
    return written;
  }

  private AuditedObject audited(@Nullable Relationship before, Relationship after, String digest) {
    return new AuditedObject(
        "relationship",
        after.id().toString(),
        after.reference(),
        before == null ? null : ContentText.sha256(content.write(before.details())),
        digest);
  }

  private List<Relationship> next(UUID agencyId, List<Change> changes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int newOnes = (int) changes.stream().filter(change -> change.before() == null).count();
    References.@Nullable Run run =
        newOnes == 0 ? null : references.reserve(agencyId, "REL", newOnes);
    List<Relationship> next = new ArrayList<>();
    int used = 0;
    for (Change change : changes) {
      Relationship before = change.before();
      next.add(
          before == null
              ? new Relationship(
                  change.id(), agencyId, run.at(used++), 1, now, now, change.details())
              : new Relationship(
                  before.id(),
                  agencyId,
                  before.reference(),
                  before.revision() + 1,
                  before.createdAt(),
                  now,
                  change.details()));
    }
    return next;
  }

  private static List<@Nullable Object> newHead(Relationship r) {
    List<@Nullable Object> values =
        new ArrayList<>(Arrays.asList(r.id(), r.agencyId(), r.reference()));
    values.addAll(describing(r));
    values.add(r.createdAt());
    values.add(r.changedAt());
    return values;
  }

  private static List<@Nullable Object> changedHead(Relationship r) {
    List<@Nullable Object> values = new ArrayList<>(describing(r));
    values.addAll(Arrays.asList(r.changedAt(), r.id(), r.agencyId(), r.revision() - 1));
    return values;
  }

  private static List<@Nullable Object> describing(Relationship r) {
    RelationshipDetails d = r.details();
    return Arrays.asList(
        d.ownReference(),
        r.revision(),
        d.legalName(),
        String.join(" ", Words.ofQuery(d.legalName())),
        d.npn(),
        d.ein() == null ? null : Words.squeeze(d.ein()),
        d.entityType(),
        d.address().state(),
        Facets.bits(d.functions()),
        d.status(),
        Terms.searchText(Facets.terms(r.reference(), d)));
  }

  private static List<@Nullable Object> revision(
      Relationship r, String text, String digest, CurrentUser user, Origin origin) {
    RelationshipDetails d = r.details();
    return Arrays.asList(
        r.id(),
        r.revision(),
        text,
        digest,
        d.entityType(),
        d.address().state(),
        Facets.bits(d.functions()),
        d.status(),
        d.startDate(),
        d.endDate(),
        d.knownOn(),
        origin,
        r.changedAt(),
        user.id());
  }

  /** After all rows exist, since a row of a sheet may be beneath a later one. */
  private void linkUpstream(List<Change> changes) {
    List<List<@Nullable Object>> links = new ArrayList<>();
    for (Change change : changes) {
      UUID was = change.before() == null ? null : change.before().details().upstreamId();
      UUID is = change.details().upstreamId();
      if (!java.util.Objects.equals(was, is)) {
        links.add(Arrays.asList(is, change.id()));
      }
    }
    database.batch("update relationship set upstream_id = ? where id = ?", links);
  }

  private void writeFacets(List<Change> changes, List<Relationship> written) {
    List<FacetIndex.Change> rows = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Relationship after = written.get(i);
      Relationship before = changes.get(i).before();
      rows.add(
          new FacetIndex.Change(
              after.agencyId(),
              after.id(),
              before == null ? Set.of() : Facets.of(before.reference(), before.details()),
              Facets.of(after.reference(), after.details())));
    }
    Facets.INDEX.write(database, rows);
  }

  private void markUndisclosed(UUID agencyId, List<Relationship> written) {
    for (int from = 0; from < written.size(); from += CHUNK) {
      List<UUID> chunk =
          written.subList(from, Math.min(written.size(), from + CHUNK)).stream()
              .map(Relationship::id)
              .toList();
      database.update(
          Sql.of(
                  """
                  insert ignore into undisclosed_change (agency_id, carrier_id, relationship_id)
                  select k.agency_id, k.carrier_id, r.id
                  from agency_contract k join relationship r on r.agency_id = k.agency_id
                  where k.agency_id = ?
                  """,
                  agencyId)
              .addIn("and r.id in", chunk));
    }
  }
}
