package app.upline.incident;

import app.upline.record.Column;
import app.upline.record.RecordContent;
import app.upline.record.RecordTables;
import app.upline.record.RecordWriter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** How incidents are kept: their stored text, and the columns beside it. */
@Factory
final class IncidentKeeping {

  static final RecordTables TABLES =
      new RecordTables("incident", "incident_revision", "incident_id");

  /** Of the head and of every revision. */
  private static final List<Column<Incident>> DESCRIBING =
      List.of(
          Column.of("carrier_id", i -> i.details().carrierId()),
          Column.of("kind", i -> i.details().kind()),
          Column.of("subject_type", i -> i.details().subject().type()),
          Column.of("subject_npn", i -> i.details().subject().npn()),
          Column.of("relationship_id", i -> i.details().subject().relationshipId()),
          Column.of("incident_date", i -> i.details().incidentDate()),
          Column.of("discovery_date", i -> i.details().discoveryDate()),
          Column.of("counts_on", i -> i.details().countsOn()),
          Column.of("period", i -> i.details().period().toString()),
          Column.of("primary_category", i -> i.details().primaryCategory()),
          Column.of("severity", i -> i.details().severity()),
          Column.of("state", i -> i.details().state()),
          Column.of("channel", i -> i.details().channel()),
          Column.of("source", i -> i.details().source()),
          Column.of("outcome", i -> i.details().investigation().outcome()),
          Column.of("investigation_status", i -> i.details().investigation().status()),
          Column.of("harm", i -> i.details().potentialHarm()),
          Column.of("enrollment_affected", i -> i.details().enrollmentAffected()),
          Column.of("beneficiaries_affected", i -> i.details().beneficiariesAffected()),
          Column.of("established", i -> i.details().isEstablished()));

  private static final List<Column<Incident>> OF_HEAD =
      List.of(
          Column.counter("version"),
          Column.of("own_reference", i -> i.details().ownReference()),
          Column.ownReference(i -> i.details().ownReference()),
          Column.of("subject_name", i -> i.details().subject().name()),
          Column.of("name_key", i -> IncidentFacets.nameKey(i.details())),
          Column.of("search_text", IncidentFacets::searchText),
          Column.atFirst("repeated", false));

  private static final List<Column<Incident>> OF_REVISION =
      List.of(Column.of("for_cause", i -> i.details().hasForCauseTermination()));

  @Singleton
  RecordContent<IncidentDetails> content(JsonMapper json) {
    return new RecordContent<>(json, IncidentDetails.class, IncidentForm::write);
  }

  @Singleton
  RecordWriter.Shape<Incident, IncidentDetails> shape(RecordContent<IncidentDetails> content) {
    return new RecordWriter.Shape<>(
        TABLES,
        "INC",
        Incident::new,
        content,
        Stream.concat(DESCRIBING.stream(), OF_HEAD.stream()).toList(),
        Stream.concat(DESCRIBING.stream(), OF_REVISION.stream()).toList(),
        IncidentFacets.INDEX,
        IncidentFacets::of);
  }
}
