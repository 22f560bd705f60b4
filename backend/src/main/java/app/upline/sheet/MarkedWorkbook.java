package app.upline.sheet;

import app.upline.platform.upload.MemoryFile;
import app.upline.platform.workbook.CellMark;
import app.upline.platform.workbook.WorkbookMarker;
import app.upline.platform.workbook.WorkbookRefusedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/** The uploaded workbook, given back with its faulty cells marked. */
@Singleton
public final class MarkedWorkbook {

  private final ImportLog log;

  MarkedWorkbook(ImportLog log) {
    this.log = log;
  }

  /** Whether there is anything to mark, and the file is still kept. */
  public boolean isKept(ImportAttempt attempt) {
    return attempt.errorCount() > 0 && log.isKept(attempt.id());
  }

  public void write(ImportAttempt attempt, OutputStream out) throws IOException {
    try (MemoryFile file = MemoryFile.of(copy -> log.writeFile(attempt.id(), copy))) {
      List<CellMark> marks =
          log.allFaults(attempt.id()).stream().map(fault -> mark(attempt, fault)).toList();
      WorkbookMarker.mark(file.path(), marks, out);
    } catch (WorkbookRefusedException e) {
      throw new IllegalStateException("A workbook that was read once is refused now", e);
    }
  }

  /** A fault without a cell is told at the first header of its row. */
  private static CellMark mark(ImportAttempt attempt, ImportFault fault) {
    String cell =
        Objects.requireNonNullElseGet(
            fault.cell(), () -> attempt.mapping().columns().getFirst().column() + fault.row());
    return new CellMark(fault.sheet(), cell, fault.message());
  }
}
