package app.upline.sheet.web;

import app.upline.api.model.ColumnMapping;
import app.upline.api.model.ImportError;
import app.upline.api.model.ImportMode;
import app.upline.api.model.ImportNotice;
import app.upline.api.model.ImportStatus;
import app.upline.api.model.MappableField;
import app.upline.api.model.MappedColumn;
import app.upline.api.model.MappingConfidence;
import app.upline.api.model.SheetImport;
import app.upline.platform.workbook.Columns;
import app.upline.sheet.ImportAttempt;
import app.upline.sheet.ImportFault;
import java.time.ZoneOffset;
import java.util.List;

/** The contract's form of uploads and their outcome. */
final class ImportModels {

  private ImportModels() {}

  static SheetImport upload(Columns columns, ImportAttempt attempt, List<ImportFault> faults) {
    ImportAttempt.Counts counts = attempt.counts();
    return new SheetImport()
        .id(attempt.id())
        .status(ImportStatus.valueOf(attempt.status().name()))
        .mode(ImportMode.valueOf(attempt.mode().name()))
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
        .notices(attempt.notices().stream().map(ImportModels::notice).toList());
  }

  static ImportError error(ImportFault fault) {
    return new ImportError()
        .sheet(fault.sheet())
        .row(fault.row())
        .cell(fault.cell())
        .column(fault.column())
        .field(fault.field())
        .code(fault.code())
        .message(fault.message());
  }

  static ColumnMapping mapping(Columns columns, ImportAttempt.Mapping mapping) {
    return new ColumnMapping()
        .sheet(mapping.sheet())
        .headerRow(mapping.headerRow())
        .columns(mapping.columns().stream().map(ImportModels::column).toList())
        .fields(
            columns.all().stream()
                .map(
                    column ->
                        new MappableField()
                            .field(column.key())
                            .header(column.header())
                            .required(column.required()))
                .toList());
  }

  private static MappedColumn column(ImportAttempt.MappedColumn column) {
    return new MappedColumn()
        .column(column.column())
        .header(column.header())
        .field(column.field())
        .confidence(MappingConfidence.valueOf(column.confidence()));
  }

  private static ImportNotice notice(ImportAttempt.Notice notice) {
    return new ImportNotice().cell(notice.cell()).code(notice.code()).message(notice.message());
  }
}
