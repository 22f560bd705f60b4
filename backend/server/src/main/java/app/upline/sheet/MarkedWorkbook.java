package app.upline.sheet;

import app.upline.identity.CurrentUser;
import app.upline.platform.upload.MemoryFile;
import app.upline.workbook.CellMark;
import app.upline.workbook.CellValue;
import app.upline.workbook.SheetNotice;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookMarker;
import app.upline.workbook.WorkbookRefusedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The uploaded workbook, given back with its faulty cells marked. */
@Singleton
public final class MarkedWorkbook {

  private final ImportReading reading;
  private final WorkbookLimits limits;

  MarkedWorkbook(ImportReading reading, WorkbookLimits limits) {
    this.reading = reading;
    this.limits = limits;
  }

  /** Whether there is anything to mark, or was corrected, and the file is still kept. */
  public boolean isKept(ImportAttempt attempt) {
    return (attempt.errorCount() > 0 || attempt.correctedRows() > 0)
        && reading.isKept(attempt.id());
  }

  /**
   * Why it cannot be marked although it was read when it came: it was taken in by an earlier
   * version of the service, which did not look for what is refused now, and it is not given back
   * either.
   */
  public Optional<String> refusal(CurrentUser user, ImportAttempt attempt) {
    try (MemoryFile file =
        MemoryFile.of(copy -> reading.writeFile(user.agencyId(), attempt.id(), copy))) {
      Workbook.open(file.path(), limits).close();
      return Optional.empty();
    } catch (WorkbookRefusedException refused) {
      return Optional.of(refused.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it, unless there is a {@link #refusal}. */
  public void write(CurrentUser user, RecordSheet<?> form, ImportAttempt attempt, OutputStream out)
      throws IOException {
    try (MemoryFile file =
        MemoryFile.of(copy -> reading.writeFile(user.agencyId(), attempt.id(), copy))) {
      List<CellMark> marks =
          reading.allFaults(attempt.id()).stream().map(fault -> mark(attempt, fault)).toList();
      WorkbookMarker.mark(
          file.path(),
          marks,
          corrections(user, form, attempt, file.path()),
          remarks(attempt),
          headings(attempt),
          limits,
          out);
    } catch (WorkbookRefusedException e) {
      throw new IllegalStateException("A workbook that was looked at is refused", e);
    }
  }

  private List<CellValue> corrections(
      CurrentUser user, RecordSheet<?> form, ImportAttempt attempt, Path file)
      throws WorkbookRefusedException {
    if (attempt.correctedRows() == 0) {
      return List.of();
    }
    CorrectedCells cells = new CorrectedCells(form, attempt.mapping());
    int row = 0;
    List<RowCorrection> some = reading.correctionsAfter(user.agencyId(), attempt.id(), row);
    while (!some.isEmpty()) {
      some.forEach(cells::add);
      row = some.getLast().row();
      some = reading.correctionsAfter(user.agencyId(), attempt.id(), row);
    }
    try (Workbook workbook = Workbook.open(file, limits)) {
      return cells.in(workbook);
    }
  }

  private static List<SheetNotice> remarks(ImportAttempt attempt) {
    return attempt.notices().stream()
        .map(
            notice -> new SheetNotice(notice.cell() == null ? "" : notice.cell(), notice.message()))
        .toList();
  }

  private static List<String> headings(ImportAttempt attempt) {
    return attempt.mapping().columns().stream().map(ImportAttempt.MappedColumn::header).toList();
  }

  /** A fault without a cell is told at the first header of its row. */
  private static CellMark mark(ImportAttempt attempt, ImportFault fault) {
    String cell =
        Objects.requireNonNullElseGet(
            fault.cell(), () -> attempt.mapping().columns().getFirst().column() + fault.row());
    return new CellMark(fault.sheet(), cell, fault.message());
  }
}
