package app.upline.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.incident.DisciplineFields;
import app.upline.incident.IncidentFields;
import app.upline.incident.IncidentRow;
import app.upline.incident.workbook.IncidentSheet;
import app.upline.local.SheetByHand;
import app.upline.local.SheetByHand.Content;
import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.FieldSet;
import app.upline.platform.fields.Reading;
import app.upline.relationship.RelationshipEntry;
import app.upline.relationship.RelationshipFields;
import app.upline.relationship.workbook.RelationshipSheet;
import app.upline.sheet.Eye.Seen;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of number format, both ways to count days and every type of cell, in every column of
 * both sheets: what is read is what a person sees, or there is a fault. Never anything else.
 */
class CellsAsSeenTest {

  /** As files have them: in full, with a binary fraction's noise, with an exponent. */
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "5",
          "42",
          "672",
          "2024",
          "2108",
          "27478",
          "85201",
          "45306",
          "43844",
          "45305.99999999999",
          "45306.75",
          "0.5",
          "12345678",
          "123456789",
          "21081234",
          "5550100",
          "6025550100",
          "16025550100",
          "99999999999",
          "123456789012",
          "123456789012345",
          "1234567890123456",
          "1.2345678901234568E+17",
          "4000000000000000",
          "1250",
          "1250.5",
          "1250.375",
          "0.30000000000000004",
          "60",
          "59",
          "61",
          "2958465",
          "2958466",
          "1E-7",
          "999999999.99",
          "1.6082417E7",
          "1.0000000000000002");

  private static final List<String> TEXTS =
      List.of(
          "00042",
          "54-4873297",
          "123-45-6789",
          "02108-1234",
          "Keystone",
          "None LLC",
          "Yes",
          "AZ",
          "Sales",
          "01/15/2024",
          "602-555-0100",
          "45306",
          "1.5E+05",
          "12",
          "H0672");

  private static final List<String> TEXT_FORMATS =
      List.of("", "@", "00000", "m/d/yyyy;@", "\"S\"@", "0;0;0;\"No. \"@", ";;;", "@*-");

  @TempDir Path folder;

  /** One row: the same cell in every column, and what a person sees there. */
  private record Case(String what, Content content, Seen seen) {}

  @Test
  void whatIsReadFromARelationshipIsWhatIsSeen() throws Exception {
    for (boolean from1904 : new boolean[] {false, true}) {
      List<Case> cases = cases(from1904);
      List<String> wrong = new ArrayList<>();
      List<RelationshipEntry> rows = read(RelationshipSheet.FORM, cases, from1904);
      each(
          cases,
          rows,
          RelationshipEntry::row,
          (expected, row) -> {
            compare(expected, RelationshipFields.ALL, row.typed(), wrong, "upstreamId");
            compareReference(expected, row.reference(), row.typed(), "/reference", wrong);
            compareReference(expected, row.upstream(), row.typed(), "/upstreamId", wrong);
          });
      assertThat(wrong).isEmpty();
    }
  }

  @Test
  void whatIsReadFromAnIncidentIsWhatIsSeen() throws Exception {
    for (boolean from1904 : new boolean[] {false, true}) {
      List<Case> cases = cases(from1904);
      List<String> wrong = new ArrayList<>();
      List<IncidentRow> rows = read(IncidentSheet.FORM, cases, from1904);
      each(
          cases,
          rows,
          IncidentRow::number,
          (expected, row) -> {
            compare(
                expected, IncidentFields.ALL, row.typed(), wrong, "carrierId", "relationshipId");
            if (row.action() != null) {
              compare(expected, DisciplineFields.ALL, row.action(), wrong);
            }
            compareReference(expected, row.reference(), row.typed(), "/reference", wrong);
            compareReference(expected, row.carrier(), row.typed(), "/carrierId", wrong);
          });
      assertThat(wrong).isEmpty();
    }
  }

  private static <E> void each(
      List<Case> cases,
      List<E> rows,
      java.util.function.ToIntFunction<E> number,
      BiConsumer<Case, E> comparison) {
    assertThat(rows).hasSizeGreaterThan(cases.size() * 9 / 10);
    for (E row : rows) {
      comparison.accept(cases.get(number.applyAsInt(row) - 2), row);
    }
  }

  private static List<Case> cases(boolean from1904) {
    List<Case> cases = new ArrayList<>();
    Eye.NUMBER_FORMATS.forEach(
        (format, eye) -> {
          for (String number : NUMBERS) {
            BigDecimal value = new BigDecimal(number);
            cases.add(
                new Case(
                    "number %s as %s".formatted(number, format),
                    SheetByHand.number(number, format),
                    eye.sees(value, from1904)));
          }
        });
    for (String format : TEXT_FORMATS) {
      for (String text : TEXTS) {
        Seen seen = Eye.text(text, format, from1904);
        cases.add(new Case(text + " as " + format, SheetByHand.text(text, format), seen));
        cases.add(new Case(text + " as " + format, SheetByHand.shared(text, format), seen));
        cases.add(new Case(text + " as " + format, SheetByHand.typed("str", text, format), seen));
      }
    }
    for (String format : List.of("", "0", "m/d/yyyy")) {
      cases.add(new Case("TRUE", SheetByHand.typed("b", "1", format), new Seen.Truth(true)));
      cases.add(new Case("FALSE", SheetByHand.typed("b", "0", format), new Seen.Truth(false)));
      for (String error : List.of("#N/A", "#REF!", "#NAME?", "#####")) {
        cases.add(new Case(error, SheetByHand.typed("e", error, format), new Seen.Untold()));
      }
    }
    for (String iso : List.of("2024-01-15", "2024-01-15T00:00:00", "2024-01-15T17:30:00Z")) {
      cases.add(new Case(iso, SheetByHand.typed("d", iso, "m/d/yyyy"), Eye.day(2024, 1, 15, true)));
    }
    for (String iso : List.of("2024-02-30", "12:00:00", "T12:00:00Z", "soon", "0024-01-15")) {
      cases.add(new Case(iso, SheetByHand.typed("d", iso, "m/d/yyyy"), new Seen.Untold()));
    }
    for (String type : List.of("n", "str", "b", "e")) {
      cases.add(new Case("a formula", SheetByHand.formula(type, null), new Seen.Untold()));
    }
    return cases;
  }

  private <E> List<E> read(RecordSheet<E> form, List<Case> cases, boolean from1904)
      throws Exception {
    List<String> headings = form.columns().all().stream().map(SheetColumn::header).toList();
    SheetByHand sheet = SheetByHand.headed(headings);
    if (from1904) {
      sheet.from1904();
    }
    cases.forEach(expected -> sheet.row(Collections.nCopies(headings.size(), expected.content())));
    Path file = Files.write(folder.resolve("seen.xlsx"), sheet.bytes());
    List<E> rows = new ArrayList<>();
    try (Workbook workbook = Workbook.open(file, WorkbookLimits.defaults())) {
      workbook.forEachRow(workbook.findHeadings(form.columns()), row -> rows.add(form.entry(row)));
    }
    return rows;
  }

  private static <D> void compare(
      Case expected, FieldSet<D> fields, Draft<D> draft, List<String> wrong, String... without) {
    for (Field<D, ?> field : fields.all()) {
      if (!List.of(without).contains(field.key())) {
        String difference = difference(expected.seen(), field, draft);
        if (difference != null && wrong.size() < 25) {
          wrong.add("%s in %s: %s".formatted(expected.what(), field.label(), difference));
        }
      }
    }
  }

  private static <D, T> @Nullable String difference(Seen seen, Field<D, T> field, Draft<D> draft) {
    Object read = draft.get(field);
    boolean faulty = !draft.sound(field);
    if (read != null && faulty) {
      return "both read and faulty";
    }
    Object meant = meant(seen, field.kind());
    if (read != null) {
      return read.equals(meant) ? null : "read " + read + ", seen " + meant;
    }
    boolean certain = !(seen instanceof Seen.Text text) || text.exact();
    boolean nothing = seen instanceof Seen.Text text && Eye.isNothing(text.text());
    if (meant != null && certain && !nothing) {
      return "seen " + meant + ", not read";
    }
    return faulty || nothing ? null : "dropped without a word";
  }

  /** What a field makes of what is seen; null when nothing. */
  private static <T> @Nullable Object meant(Seen seen, FieldKind<T> kind) {
    return switch (seen) {
      case Seen.Untold untold -> null;
      case Seen.Day day -> kind.date() && day.whole() ? value(kind, day.date().toString()) : null;
      case Seen.Truth truth -> kind.truth() ? (Object) truth.value() : null;
      case Seen.Text text -> {
        if (kind.date() && text.serial() != null) {
          yield value(kind, text.serial().toString());
        }
        if (kind.number() && text.number() != null) {
          yield meantNumber(kind, text.text(), text.number());
        }
        yield kind.number() || kind.date() || text.exact() ? value(kind, text.text()) : null;
      }
    };
  }

  private static <T> @Nullable Object meantNumber(
      FieldKind<T> kind, String text, BigDecimal number) {
    String typed = number.signum() == 0 && Eye.isNothing(text) ? "0" : text;
    return kind.fromText(typed) instanceof Reading.Value<T>(T value)
            && Eye.isNear(number, kind.toText(value))
        ? value
        : null;
  }

  private static @Nullable Object value(FieldKind<?> kind, String text) {
    return kind.fromText(text) instanceof Reading.Value<?>(Object value) ? value : null;
  }

  private static void compareReference(
      Case expected, @Nullable String read, Draft<?> draft, String pointer, List<String> wrong) {
    boolean right =
        read == null
            ? !draft.sound(pointer)
                || expected.seen() instanceof Seen.Text text && Eye.isNothing(text.text())
            : expected.seen() instanceof Seen.Text text
                && text.exact()
                && read.equals(text.text().strip());
    if (!right && wrong.size() < 25) {
      wrong.add("%s as reference: read %s".formatted(expected.what(), read));
    }
  }
}
