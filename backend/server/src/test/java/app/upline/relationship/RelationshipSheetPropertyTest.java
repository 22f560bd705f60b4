package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.download.TableFormat;
import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.relationship.workbook.RelationshipSheet;
import app.upline.testing.AnyValues;
import app.upline.testing.Sheets;
import app.upline.workbook.WorkbookLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever the fields of a register hold: a sheet of it, read again, says the same. */
class RelationshipSheetPropertyTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Property(tries = 120)
  void anExportReadAgainSaysTheSame(
      @ForAll("registers") List<RelationshipDetails> register, @ForAll TableFormat format) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RelationshipDetails details : register) {
      rows.add(
          RelationshipSheet.row(
              new Relationship(
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  "REL-2026-7KQ2-%06d".formatted(rows.size() + 1),
                  1,
                  NOW,
                  NOW,
                  details),
              null));
    }
    List<RelationshipEntry> read =
        Sheets.readBack(RelationshipSheet.FORM, rows, format, WorkbookLimits.defaults());
    assertThat(read).hasSameSizeAs(register);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).typed().faults()).isEmpty();
      for (Field<RelationshipDetails, ?> field : read.get(i).given()) {
        assertThat(read.get(i).typed().get(field))
            .as(field.label())
            .isEqualTo(valueOf(field, register.get(i)));
      }
    }
  }

  private static @Nullable Object valueOf(
      Field<RelationshipDetails, ?> field, RelationshipDetails details) {
    Object value = field.getter().apply(details);
    return List.of().equals(value) ? null : value;
  }

  @Provide
  Arbitrary<List<RelationshipDetails>> registers() {
    return AnyValues.draft(RelationshipFields.ALL)
        .map(RelationshipSheetPropertyTest::details)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static RelationshipDetails details(Draft<RelationshipDetails> draft) {
    draft.set(RelationshipFields.UPSTREAM, null);
    if (!draft.has(RelationshipFields.COUNTRY)) {
      draft.set(RelationshipFields.COUNTRY, "US");
    }
    draft.set(
        RelationshipFields.OFFSHORE,
        draft.is(RelationshipFields.OFFSHORE)
            && draft.has(RelationshipFields.OFFSHORE_COUNTRY)
            && draft.has(RelationshipFields.OFFSHORE_FUNCTION)
            && draft.has(RelationshipFields.OFFSHORE_PHI)
            && draft.has(RelationshipFields.OFFSHORE_ATTESTATION));
    return RelationshipDraft.record(draft);
  }
}
