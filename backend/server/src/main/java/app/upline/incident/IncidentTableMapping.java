package app.upline.incident;

import app.upline.record.RecordColumn;
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
final class IncidentTableMapping {

  static final RecordTables TABLES =
      new RecordTables("incident", "incident_revision", "incident_id");

  /** Of the head and of every revision. */
  private static final List<RecordColumn<Incident>> DESCRIBING =
      List.of(
          RecordColumn.of("carrier_id", i -> i.details().carrierId()),
          RecordColumn.of("kind", i -> i.details().kind()),
          RecordColumn.of("subject_type", i -> i.details().subject().type()),
          RecordColumn.of("subject_npn", i -> i.details().subject().npn()),
          RecordColumn.of("relationship_id", i -> i.details().subject().relationshipId()),
          RecordColumn.of("incident_date", i -> i.details().incidentDate()),
          RecordColumn.of("discovery_date", i -> i.details().discoveryDate()),
          RecordColumn.of("repeat_basis_date", i -> i.details().repeatBasisDate()),
          RecordColumn.of("period", i -> i.details().period().toString()),
          RecordColumn.of("primary_category", i -> i.details().primaryCategory()),
          RecordColumn.of("severity", i -> i.details().severity()),
          RecordColumn.of("state", i -> i.details().state()),
          RecordColumn.of("channel", i -> i.details().channel()),
          RecordColumn.of("source", i -> i.details().source()),
          RecordColumn.of("outcome", i -> i.details().investigation().outcome()),
          RecordColumn.of("investigation_status", i -> i.details().investigation().status()),
          RecordColumn.of("harm", i -> i.details().potentialHarm()),
          RecordColumn.of("enrollment_affected", i -> i.details().enrollmentAffected()),
          RecordColumn.of("beneficiaries_affected", i -> i.details().beneficiariesAffected()),
          RecordColumn.of("substantiated", i -> i.details().isSubstantiated()),
          RecordColumn.of("voided", i -> i.details().isVoided()));

  private static final List<RecordColumn<Incident>> OF_HEAD =
      List.of(
          RecordColumn.counter("version"),
          RecordColumn.of("own_reference", i -> i.details().ownReference()),
          // another may take the reference of one that was recorded by mistake
          RecordColumn.ownReference(
              i -> i.details().isVoided() ? null : i.details().ownReference()),
          RecordColumn.of("subject_name", i -> i.details().subject().name()),
          RecordColumn.of("name_key", i -> IncidentFacets.nameKey(i.details())),
          RecordColumn.of("search_text", IncidentFacets::searchText),
          RecordColumn.atFirst("repeated", false));

  private static final List<RecordColumn<Incident>> OF_REVISION =
      List.of(RecordColumn.of("for_cause", i -> i.details().hasForCauseTermination()));

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
