package app.upline.sheet.web;

import app.upline.api.model.CellCorrectionDto;
import app.upline.api.model.ImportCorrectionsDto;
import app.upline.api.model.OnImportErrorDto;
import app.upline.api.model.RowCorrectionDto;
import app.upline.api.model.WriteModeDto;
import app.upline.sheet.ImportCorrections;
import app.upline.sheet.SheetMapping;
import java.util.List;

/** What clients ask of uploads, in the words of the room. */
final class ImportRequests {

  private ImportRequests() {}

  static ImportCorrections.Request corrections(ImportCorrectionsDto wanted) {
    List<RowCorrectionDto> rows = wanted.getRows() == null ? List.of() : wanted.getRows();
    return new ImportCorrections.Request(
        wanted.getMode() == WriteModeDto.COMMIT,
        wanted.getOnError() == null
            ? null
            : wanted.getOnError() == OnImportErrorDto.SKIP_FAULTY_ROWS,
        wanted.getOnPossibleDuplicate() == null
            ? null
            : ImportCodes.POSSIBLE_DUPLICATES.toDomain(wanted.getOnPossibleDuplicate()),
        wanted.getOnFilteredRows() == null
            ? null
            : ImportCodes.FILTERED_ROWS.toDomain(wanted.getOnFilteredRows()),
        wanted.getConfirmGuesses(),
        wanted.getMapping() == null
            ? SheetMapping.NONE
            : SheetMappingModels.mapping(
                wanted.getMapping().getColumns(),
                wanted.getMapping().getFixedValues(),
                wanted.getMapping().getTranslations()),
        rows.stream().map(ImportRequests::row).toList());
  }

  private static ImportCorrections.Row row(RowCorrectionDto row) {
    List<CellCorrectionDto> cells = row.getCells() == null ? List.of() : row.getCells();
    return new ImportCorrections.Row(
        row.getRow(),
        row.getLeaveOut(),
        cells.stream()
            .map(cell -> new ImportCorrections.Cell(cell.getField(), cell.getText()))
            .toList());
  }
}
