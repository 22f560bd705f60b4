package app.upline.submission;

import app.upline.platform.listing.KeyOrder;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.relationship.DisclosableRegister;
import app.upline.relationship.Relationship;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What keeps relationships from being submitted although each is right by itself: a text that was
 * recorded before anybody looked for numbers of beneficiaries in it. Faults name the item by its
 * reference and never repeat what was found.
 */
@Singleton
final class RelationshipBlockers {

  private static final String COLUMNS =
      """
      i.relationship_id, r.agency_id, r.reference, i.relationship_revision, r.created_at,
        x.changed_at as revised_at, x.content, x.content_sha256
      """;

  private static final KeyOrder ITEMS =
      KeyOrder.of("submission_item i", "primary")
          .with(
              """
              join relationship r on r.id = i.relationship_id
              join relationship_revision x
                on x.relationship_id = i.relationship_id and x.revision = i.relationship_revision
              """);

  /** What the carrier has received just so was looked at then. */
  private static final String OF_REVISION =
      """
      where i.submission_id = ? and i.revision = ? and i.relationship_id > ? and i.change_type <> 'UNCHANGED'
      order by i.relationship_id limit ?
      """;

  private final Database database;
  private final DisclosableRegister register;

  RelationshipBlockers(Database database, DisclosableRegister register) {
    this.database = database;
    this.register = register;
  }

  List<Fault> faults(Submission s, Reasons reasons) {
    List<Fault> faults = SuspectedTexts.in(reasons);
    if (reasons.freeText() != null) {
      return faults; // everything may stay
    }
    return SubmissionBlockers.faults(
        faults,
        (after, limit) ->
            database.query(
                ITEMS.select(COLUMNS).add(OF_REVISION, s.id(), s.revision(), after, limit),
                register::relationship),
        Relationship::id,
        RelationshipBlockers::faults);
  }

  private static List<Fault> faults(Relationship item) {
    return DisclosableRegister.numbersIn(item.details()).stream()
        .map(
            found ->
                SuspectedTexts.fault("/items/" + item.reference() + found.pointer(), found.kinds()))
        .toList();
  }
}
