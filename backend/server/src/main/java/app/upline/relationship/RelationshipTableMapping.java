package app.upline.relationship;

import app.upline.platform.persistence.JsonCodes;
import app.upline.platform.text.Words;
import app.upline.record.RecordColumn;
import app.upline.record.RecordContent;
import app.upline.record.RecordTables;
import app.upline.record.RecordWriter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** How relationships are kept: their stored text, and the columns beside it. */
@Factory
final class RelationshipTableMapping {

  static final RecordTables TABLES =
      new RecordTables("relationship", "relationship_revision", "relationship_id");

  /** Of the head and of every revision. */
  private static final List<RecordColumn<Relationship>> DESCRIBING =
      List.of(
          RecordColumn.of("entity_type", r -> r.details().entityType()),
          RecordColumn.of("state", r -> r.details().address().state()),
          RecordColumn.of("functions", r -> JsonCodes.of(r.details().functions())),
          RecordColumn.of("status", r -> r.details().status()),
          RecordColumn.of("voided", r -> r.details().isVoided()),
          RecordColumn.of(
              "name_key", r -> String.join(" ", Words.ofQuery(r.details().legalName()))));

  private static final List<RecordColumn<Relationship>> OF_HEAD =
      List.of(
          RecordColumn.of("own_reference", r -> r.details().ownReference()),
          // another may take the reference of one that was recorded by mistake
          RecordColumn.ownReference(
              r -> r.details().isVoided() ? null : r.details().ownReference()),
          RecordColumn.of("legal_name", r -> r.details().legalName()),
          RecordColumn.of("npn", r -> r.details().npn()),
          RecordColumn.of(
              "ein", r -> r.details().ein() == null ? null : Words.squeeze(r.details().ein())),
          RecordColumn.of("search_text", Facets::searchText));

  private static final List<RecordColumn<Relationship>> OF_REVISION =
      List.of(
          RecordColumn.of("start_date", r -> r.details().startDate()),
          RecordColumn.of("end_date", r -> r.details().endDate()),
          RecordColumn.of("known_on", r -> r.details().knownOn()),
          RecordColumn.of("upstream_id", r -> r.details().upstreamId()));

  @Singleton
  RecordContent<RelationshipDetails> content(JsonMapper json) {
    return new RecordContent<>(json, RelationshipDetails.class, RelationshipForm::write);
  }

  @Singleton
  RecordWriter.Shape<Relationship, RelationshipDetails> shape(
      RecordContent<RelationshipDetails> content) {
    return new RecordWriter.Shape<>(
        TABLES,
        "REL",
        Relationship::new,
        content,
        Stream.concat(DESCRIBING.stream(), OF_HEAD.stream()).toList(),
        Stream.concat(DESCRIBING.stream(), OF_REVISION.stream()).toList(),
        Facets.INDEX,
        Facets::of);
  }
}
