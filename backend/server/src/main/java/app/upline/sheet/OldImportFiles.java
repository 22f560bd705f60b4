package app.upline.sheet;

import app.upline.platform.sweep.Sweep;
import app.upline.platform.sweep.Sweeps;
import jakarta.inject.Singleton;
import java.util.List;

/** Uploaded files and what was corrected in them, whose faults stay. */
@Singleton
final class OldImportFiles implements Sweeps {

  @Override
  public List<Sweep> sweeps() {
    return List.of(
        Sweep.expired("sheet_import_file", "delete_after"),
        Sweep.expired("sheet_import_row", "delete_after"),
        Sweep.expired("sheet_import_correction", "delete_after"));
  }
}
