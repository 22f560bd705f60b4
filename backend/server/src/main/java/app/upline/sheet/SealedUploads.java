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

  /** A part of a file is large beside what others seal again: fewer at a time. */
  private static final int MOST_PARTS = 20;

  private static final int MOST_ROWS = 200;
  private static final String ROW = "row_no";
  private static final String ROWS = "sheet_import_row";
  private static final String CORRECTIONS = "sheet_import_correction";

  @Singleton
  @Named("upload-files")
  SealedRows files(Database database, Vault vault) {
    return new SealedUploadRows(
        database, vault, "Files of uploads", ImportContent.FILES, "part", MOST_PARTS);
  }

  @Singleton
  @Named("upload-rows")
  SealedRows rows(Database database, Vault vault) {
    return new SealedUploadRows(database, vault, "Rows of uploads", ROWS, ROW, MOST_ROWS);
  }

  @Singleton
  @Named("upload-corrections")
  SealedRows corrections(Database database, Vault vault) {
    return new SealedUploadRows(
        database, vault, "Corrections of uploads", CORRECTIONS, ROW, MOST_ROWS);
  }

  @Singleton
  @Named("upload-files")
  SealedSample someFiles() {
    return new SealedSample(
        """
        select i.agency_id, r.import_id, r.part, r.sealed
        from sheet_import_file r join sheet_import i on i.id = r.import_id where r.key_version = ? limit 3
        """,
        row ->
            ImportContent.place(
                uuid(row, "agency_id"), uuid(row, "import_id"), row.getInt("part")));
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
