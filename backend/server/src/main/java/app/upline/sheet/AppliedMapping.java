package app.upline.sheet;

import app.upline.sheet.ImportAttempt.AppliedTranslation;
import app.upline.sheet.ImportAttempt.MappedColumn;
import app.upline.sheet.ImportAttempt.Mapping;
import app.upline.sheet.ImportAttempt.Notice;
import app.upline.sheet.ImportAttempt.UsedMapping;
import app.upline.workbook.Heading;
import app.upline.workbook.Headings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a sheet was read, as its sender is told. */
final class AppliedMapping {

  private AppliedMapping() {}

  static Mapping of(
      RecordSheet<?> form,
      Headings headings,
      SheetMapping mapping,
      MappedValues values,
      @Nullable RememberedMapping remembered) {
    Map<String, Boolean> said = new HashMap<>();
    for (SheetMapping.Column column : mapping.columns()) {
      headings
          .find(column.column())
          .ifPresent(heading -> said.put(heading.letter(), column.remembered()));
    }
    return new Mapping(
        headings.sheet(),
        headings.row(),
        headings.headings().stream()
            .map(heading -> column(heading, said.get(heading.letter())))
            .toList(),
        mapping.fixedValues(),
        mapping.translations().stream()
            .map(t -> new AppliedTranslation(t.field(), t.from(), t.to(), values.cells(t)))
            .toList(),
        remembered == null ? null : new UsedMapping(remembered.id(), remembered.name()));
  }

  static Notice notice(Headings headings, RememberedMapping remembered) {
    LocalDate day = LocalDate.ofInstant(remembered.changedAt(), ZoneOffset.UTC);
    return new Notice(
        headings.headings().getFirst().letter() + headings.row(),
        "MAPPING_REMEMBERED",
        "These headings were read as they were on %s (“%s”): see the mapping, and send another, or recallMapping: false, if it is not meant."
            .formatted(day, remembered.name()));
  }

  private static MappedColumn column(Heading heading, @Nullable Boolean remembered) {
    MappingConfidence confidence = MappingConfidence.of(heading.confidence(), remembered != null);
    boolean before = Boolean.TRUE.equals(remembered) && heading.key() != null;
    return new MappedColumn(
        heading.letter(),
        heading.text(),
        heading.key(),
        before ? MappingConfidence.REMEMBERED : confidence);
  }
}
