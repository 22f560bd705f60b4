package app.upline.relationship;

import app.upline.platform.text.Words;
import app.upline.record.Column;
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
final class RelationshipKeeping {

  static final RecordTables TABLES =
      new RecordTables("relationship", "relationship_revision", "relationship_id");

  /** Of the head and of every revision. */
  private static final List<Column<Relationship>> DESCRIBING =
      List.of(
          Column.of("entity_type", r -> r.details().entityType()),
          Column.of("state", r -> r.details().address().state()),
          Column.of("functions", r -> Facets.bits(r.details().functions())),
          Column.of("status", r -> r.details().status()));

  private static final List<Column<Relationship>> OF_HEAD =
      List.of(
          Column.of("own_reference", r -> r.details().ownReference()),
          Column.ownReference(r -> r.details().ownReference()),
          Column.of("legal_name", r -> r.details().legalName()),
          Column.of("name_key", r -> String.join(" ", Words.ofQuery(r.details().legalName()))),
          Column.of("npn", r -> r.details().npn()),
          Column.of(
              "ein", r -> r.details().ein() == null ? null : Words.squeeze(r.details().ein())),
          Column.of("search_text", Facets::searchText));

  private static final List<Column<Relationship>> OF_REVISION =
      List.of(
          Column.of("start_date", r -> r.details().startDate()),
          Column.of("end_date", r -> r.details().endDate()),
          Column.of("known_on", r -> r.details().knownOn()));

  @Singleton
  RecordContent<RelationshipDetails> content(JsonMapper json) {
    return new RecordContent<>(json, RelationshipDetails.class, RelationshipFields.ALL::write);
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
