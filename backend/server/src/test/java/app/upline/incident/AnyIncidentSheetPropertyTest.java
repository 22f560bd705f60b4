package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.incident.workbook.IncidentSheet;
import app.upline.platform.download.TableFormat;
import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.testing.AnyValues;
import app.upline.testing.Sheets;
import app.upline.workbook.WorkbookLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever the fields of incidents and their actions hold: a sheet, read again, says the same. */
class AnyIncidentSheetPropertyTest {

  @Property(tries = 120)
  void anExportReadAgainSaysTheSame(
      @ForAll("registers") List<IncidentDetails> register, @ForAll TableFormat format) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (IncidentDetails details : register) {
      rows.addAll(
          IncidentSheet.rows(
              "INC-2026-7KQ2-%06d".formatted(rows.size() + 1), "Summit Peak", null, details));
    }
    List<IncidentEntry> read =
        IncidentEntry.of(
            Sheets.readBack(IncidentSheet.FORM, rows, format, WorkbookLimits.defaults()));
    assertThat(read).hasSameSizeAs(register);
    for (int i = 0; i < read.size(); i++) {
      IncidentDetails details = register.get(i);
      assertThat(read.get(i).typed().faults()).isEmpty();
      same(read.get(i).typed(), read.get(i).given(), details);
      for (int k = 0; k < details.disciplinaryActions().size(); k++) {
        IncidentRow row = read.get(i).all().get(k);
        same(row.action(), row.actionGiven(), details.disciplinaryActions().get(k));
      }
    }
  }

  private static <D> void same(Draft<D> read, Iterable<Field<D, ?>> given, D details) {
    for (Field<D, ?> field : given) {
      Object value = field.getter().apply(details);
      assertThat(read.get(field))
          .as(field.label())
          .isEqualTo(List.of().equals(value) ? null : value);
    }
  }

  @Provide
  Arbitrary<List<IncidentDetails>> registers() {
    return Combinators.combine(
            AnyValues.draft(IncidentFields.ALL),
            AnyValues.draft(DisciplineFields.ALL).list().ofMaxSize(3))
        .as(AnyIncidentSheetPropertyTest::details)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static IncidentDetails details(
      Draft<IncidentDetails> draft, List<Draft<DisciplinaryAction>> actions) {
    draft.set(IncidentFields.CARRIER, IncidentJson.CARRIER);
    draft.set(IncidentFields.RELATIONSHIP, null);
    if (!draft.has(IncidentFields.SEVERITY)) {
      draft.set(IncidentFields.SEVERITY, Severity.LOW);
    }
    if (!draft.has(IncidentFields.OUTCOME)) {
      draft.set(IncidentFields.OUTCOME, InvestigationOutcome.PENDING);
    }
    if (!draft.has(IncidentFields.INVESTIGATION_STATUS)) {
      draft.set(IncidentFields.INVESTIGATION_STATUS, InvestigationStatus.OPEN);
    }
    for (Draft<DisciplinaryAction> action : actions) {
      action.set(DisciplineFields.ID, UUID.randomUUID());
      if (!action.has(DisciplineFields.TAKEN_BY)) {
        action.set(DisciplineFields.TAKEN_BY, DisciplineTakenBy.AGENCY);
      }
      if (!action.has(DisciplineFields.STATUS)) {
        action.set(DisciplineFields.STATUS, DisciplineStatus.values()[0]);
      }
      if (!action.has(DisciplineFields.FOR_CAUSE)) {
        action.set(DisciplineFields.FOR_CAUSE, false);
      }
    }
    return IncidentFactory.record(new IncidentDraft(draft, actions, List.of()), UUID::randomUUID);
  }
}
