package app.upline.sheet;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.encryption.SealedRows;
import app.upline.platform.encryption.SealedSample;
import app.upline.platform.encryption.Vault;
import app.upline.platform.persistence.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What of uploads is sealed, to change keys and to try one at the start. */
@Factory
final class SealedUploads {

  private static final String ROWS = "sheet_import_row";
  private static final String CORRECTIONS = "sheet_import_correction";

  @Singleton
  @Named("upload-rows")
  SealedRows rows(Database database, Vault vault) {
    return new SealedUploadRows(database, vault, "Rows of uploads", ROWS);
  }

  @Singleton
  @Named("upload-corrections")
  SealedRows corrections(Database database, Vault vault) {
    return new SealedUploadRows(database, vault, "Corrections of uploads", CORRECTIONS);
  }

  @Singleton
  @Named("upload-rows")
  SealedSample someRows() {
    return new SealedSample(
        """
        select i.agency_id, r.import_id, r.row_no, r.sealed
        from sheet_import_row r join sheet_import i on i.id = r.import_id where r.key_version = ? limit 3
        """,
        row ->
            RowsToCorrect.place(
                ROWS, uuid(row, "agency_id"), uuid(row, "import_id"), row.getInt("row_no")));
  }

  @Singleton
  @Named("upload-corrections")
  SealedSample someCorrections() {
    return new SealedSample(
        """
        select i.agency_id, r.import_id, r.row_no, r.sealed
        from sheet_import_correction r join sheet_import i on i.id = r.import_id where r.key_version = ? limit 3
        """,
        row ->
            RowsToCorrect.place(
                CORRECTIONS, uuid(row, "agency_id"), uuid(row, "import_id"), row.getInt("row_no")));
  }
}
