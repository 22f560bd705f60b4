package app.upline.platform.upload;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import io.micronaut.http.multipart.CompletedFileUpload;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Takes an uploaded sheet to where it can be read from any place, and away again. */
@Singleton
public final class UploadedSheets {

  private static final int LONGEST_NAME = 200;

  private final WorkbookLimits limits;

  UploadedSheets(WorkbookLimits limits) {
    this.limits = limits;
  }

  /** What is done with the file while it is there. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Path file) throws WorkbookRefusedException;
  }

  /**
   * Does the work, whose file is gone with the request.
   *
   * @throws ProblemException when the file is refused
   */
  public <T> T read(CompletedFileUpload upload, Work<T> work) {
    if (upload.getSize() > limits.maxBytes()) {
      throw ProblemException.of(
          ProblemType.WORKBOOK_TOO_LARGE,
          "The file has more than " + limits.maxBytes() + " bytes; split it into several files.");
    }
    try {
      return work.with(((HeldUpload) upload).path());
    } catch (WorkbookRefusedException e) {
      throw refused(e);
    }
  }

  /** The problem that a refused file is. */
  public static ProblemException refused(WorkbookRefusedException refusal) {
    return ProblemException.of(type(refusal.reason()), refusal.getMessage());
  }

  /** The name to show; only its last part, and nothing unprintable. */
  public static String name(CompletedFileUpload upload) {
    String given = upload.getFilename() == null ? "" : upload.getFilename();
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    return clean.isEmpty() ? "upload" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
  }

  private static ProblemType type(WorkbookRefusedException.Reason reason) {
    return switch (reason) {
      case NOT_A_WORKBOOK -> ProblemType.NOT_A_WORKBOOK;
      case ENCRYPTED -> ProblemType.WORKBOOK_ENCRYPTED;
      case MACRO_ENABLED -> ProblemType.WORKBOOK_MACRO_ENABLED;
      case LINKS_ELSEWHERE -> ProblemType.WORKBOOK_LINKS_ELSEWHERE;
      case ZIP_BOMB -> ProblemType.WORKBOOK_INFLATES_TOO_FAR;
      case TOO_MANY_ROWS -> ProblemType.WORKBOOK_TOO_MANY_ROWS;
      case TOO_LARGE -> ProblemType.WORKBOOK_TOO_LARGE;
      case NOT_UTF8 -> ProblemType.WORKBOOK_NOT_UTF8;
      case NO_HEADER -> ProblemType.WORKBOOK_NO_HEADER;
    };
  }
}
