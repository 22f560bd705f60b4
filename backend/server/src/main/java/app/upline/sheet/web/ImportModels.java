package app.upline.sheet.web;

import app.upline.api.model.AppliedFixedValueDto;
import app.upline.api.model.AppliedTranslationDto;
import app.upline.api.model.ColumnMappingDto;
import app.upline.api.model.ImportErrorDto;
import app.upline.api.model.ImportNoticeDto;
import app.upline.api.model.ImportProgressDto;
import app.upline.api.model.MappableFieldDto;
import app.upline.api.model.MappedColumnDto;
import app.upline.api.model.SheetImportDto;
import app.upline.api.model.UsedMappingDto;
import app.upline.sheet.ImportAttempt;
import app.upline.sheet.ImportFault;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contracts form of uploads and their outcome. */
final class ImportModels {

  private ImportModels() {}

  static SheetImportDto upload(Columns columns, ImportAttempt attempt, List<ImportFault> faults) {
    ImportAttempt.Counts counts = attempt.counts();
    return new SheetImportDto()
        .id(attempt.id())
        .status(ImportCodes.STATUSES.toContract(attempt.status()))
        .mode(ImportCodes.MODES.toContract(attempt.mode()))
        .fileName(attempt.fileName())
        .uploadedAt(attempt.uploadedAt().atOffset(ZoneOffset.UTC))
        .uploadedBy(attempt.uploadedBy())
        .mapping(mapping(columns, attempt.mapping()))
        .rows(counts.rows())
        .created(counts.created())
        .changed(counts.changed())
        .unchanged(counts.unchanged())
        .skipped(counts.skipped())
        .errorCount(attempt.errorCount())
        .errors(faults.stream().map(ImportModels::error).toList())
        .correctedRows(attempt.correctedRows())
        .correctableUntil(
            attempt.correctableUntil() == null
                ? null
                : attempt.correctableUntil().atOffset(ZoneOffset.UTC))
        .progress(progress(attempt.progress()))
        .notices(attempt.notices().stream().map(ImportModels::notice).toList());
  }

  private static @Nullable ImportProgressDto progress(ImportAttempt.@Nullable Progress progress) {
    return progress == null
        ? null
        : new ImportProgressDto()
            .phase(ImportCodes.PHASES.toContract(progress.phase()))
            .rowsRead(progress.rowsRead())
            .cancelAsked(progress.cancelAsked());
  }

  static ImportErrorDto error(ImportFault fault) {
    return new ImportErrorDto()
        .sheet(fault.sheet())
        .row(fault.row())
        .cell(fault.cell())
        .column(fault.column())
        .field(fault.field())
        .code(fault.code())
        .message(fault.message());
  }

  static ColumnMappingDto mapping(Columns columns, ImportAttempt.Mapping mapping) {
    return new ColumnMappingDto()
        .sheet(mapping.sheet())
        .headerRow(mapping.headerRow())
        .columns(mapping.columns().stream().map(ImportModels::column).toList())
        .fixedValues(
            mapping.fixedValues().stream()
                .map(
                    value ->
                        new AppliedFixedValueDto()
                            .field(value.field())
                            .header(header(columns, value.field()))
                            .text(value.text()))
                .toList())
        .translations(
            mapping.translations().stream()
                .map(
                    t ->
                        new AppliedTranslationDto()
                            .field(t.field())
                            .from(t.from())
                            .to(t.to())
                            .cells(t.cells()))
                .toList())
        .remembered(
            mapping.remembered() == null
                ? null
                : new UsedMappingDto()
                    .id(mapping.remembered().id())
                    .name(mapping.remembered().name()))
        .fields(
            columns.all().stream()
                .map(
                    column ->
                        new MappableFieldDto()
                            .field(column.key())
                            .header(column.header())
                            .required(column.required()))
                .toList());
  }

  private static String header(Columns columns, String field) {
    return columns.all().stream()
        .filter(column -> column.key().equals(field))
        .map(SheetColumn::header)
        .findFirst()
        .orElse(field);
  }

  private static MappedColumnDto column(ImportAttempt.MappedColumn column) {
    return new MappedColumnDto()
        .column(column.column())
        .header(column.header())
        .field(column.field())
        .confidence(ImportCodes.CONFIDENCES.toContract(column.confidence()));
  }

  private static ImportNoticeDto notice(ImportAttempt.Notice notice) {
    return new ImportNoticeDto().cell(notice.cell()).code(notice.code()).message(notice.message());
  }
}
