package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.Carrier;
import app.upline.agency.CarrierCalendar;
import app.upline.agency.ReportingPolicy;
import app.upline.incident.workbook.IncidentSheet;
import app.upline.platform.download.TableFormat;
import app.upline.record.Change;
import app.upline.sheet.BulkOptions;
import app.upline.sheet.BulkOutcome;
import app.upline.sheet.BulkRun;
import app.upline.testing.Sheets;
import app.upline.workbook.WorkbookLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever incidents an agency has: a sheet of them, read again, says what they are. */
class IncidentSheetPropertyTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final UUID AGENCY = UUID.randomUUID();

  @Property(tries = 60)
  void anExportUploadedAgainChangesNothing(
      @ForAll("registers") List<IncidentDetails> all, @ForAll TableFormat format) {
    List<Incident> incidents = incidents(all);
    BulkOutcome outcome = upload(written(incidents, format), incidents).outcome();
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.unchanged()).isEqualTo(incidents.size());
    assertThat(outcome.created() + outcome.changed()).isZero();
  }

  @Property(tries = 60)
  void aSheetMakesTheSameIncidentsElsewhere(
      @ForAll("registers") List<IncidentDetails> all, @ForAll TableFormat format) {
    List<Incident> incidents = incidents(all);
    List<IncidentRow> anew = written(incidents, format).stream().map(this::withoutIds).toList();
    BulkRun<IncidentEntry, IncidentDetails, Incident> run = upload(anew, List.of());
    assertThat(run.outcome().faults()).isEmpty();
    assertThat(run.changes())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*\\.?(id|before|ownReference)")
        .isEqualTo(
            incidents.stream()
                .map(i -> new Change<>(i.id(), (Incident) null, withoutFiles(i.details())))
                .toList());
  }

  /** A sheet carries no files. */
  private static IncidentDetails withoutFiles(IncidentDetails details) {
    return IncidentFactory.record(IncidentForm.draftOf(details).with(List.of()), UUID::randomUUID);
  }

  /** As a clerk would write them: the agency's own reference links a further action. */
  private IncidentRow withoutIds(IncidentRow row) {
    if (row.action() != null) {
      row.action().set(DisciplineFields.ID, null);
    }
    row.typed().set(IncidentFields.OWN_REFERENCE, "OWN " + row.reference());
    return new IncidentRow(
        row.number(),
        null,
        row.carrier(),
        row.subcontractor(),
        row.subcontractorGiven(),
        row.typed(),
        row.given(),
        row.action(),
        row.actionGiven());
  }

  private static List<IncidentRow> written(List<Incident> incidents, TableFormat format) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Incident incident : incidents) {
      rows.addAll(
          IncidentSheet.rows(incident.reference(), "Summit Peak", null, incident.details()));
    }
    return Sheets.readBack(IncidentSheet.FORM, rows, format, WorkbookLimits.defaults());
  }

  private static BulkRun<IncidentEntry, IncidentDetails, Incident> upload(
      List<IncidentRow> rows, List<Incident> there) {
    IncidentMatching matching =
        new IncidentMatching(
            SheetNames.of(
                List.of(new Carrier(IncidentJson.CARRIER, "Summit Peak", ZONE, POLICY, null)),
                null,
                Map.of()),
            new CarrierDueDays.Days(
                Map.of(IncidentJson.CARRIER, new CarrierCalendar(ZONE, List.of(POLICY))),
                Map.of(),
                Clock.fixed(NOW, ZoneOffset.UTC)),
            UUID::randomUUID);
    there.forEach(matching::know);
    BulkOptions options = new BulkOptions(true, false, BulkOptions.PossibleDuplicate.CREATE);
    BulkRun<IncidentEntry, IncidentDetails, Incident> run =
        new BulkRun<>(matching, options, UUID::randomUUID);
    run.take(IncidentEntry.of(rows));
    return run;
  }

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final ReportingPolicy POLICY =
      new ReportingPolicy(
          LocalDate.of(2020, 1, 1),
          "LAST_DAY",
          false,
          ReportingPolicy.Notice.AS_CHANGES_OCCUR,
          null,
          false,
          "v1",
          "I attest.");

  private static List<Incident> incidents(List<IncidentDetails> all) {
    List<Incident> incidents = new ArrayList<>();
    for (IncidentDetails details : all) {
      incidents.add(
          new Incident(
              UUID.randomUUID(),
              AGENCY,
              String.format(Locale.ROOT, "INC-2026-7KQ2-%06d", incidents.size() + 1),
              1,
              NOW,
              NOW,
              details));
    }
    return incidents;
  }

  @Provide
  Arbitrary<List<IncidentDetails>> registers() {
    return AnyIncident.any().list().ofMaxSize(12).map(IncidentSheetPropertyTest::valid);
  }

  /** An agency has each own reference once. */
  private static List<IncidentDetails> valid(List<IncidentDetails> all) {
    Set<String> own = new HashSet<>();
    return all.stream()
        .filter(details -> details.ownReference() == null || own.add(details.ownReference()))
        .toList();
  }
}
