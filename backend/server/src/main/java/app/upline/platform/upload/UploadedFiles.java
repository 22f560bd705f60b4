package app.upline.platform.upload;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import io.micronaut.http.multipart.CompletedFileUpload;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.function.Function;

/** Takes an uploaded file of any kind to where its content can be looked at, and away again. */
@Singleton
public final class UploadedFiles {

  /** As the contract says. */
  private static final long MOST_BYTES = 10L * 1024 * 1024;

  /**
   * Does the work, whose file is gone with the request.
   *
   * @throws ProblemException when the file is too large
   */
  public <T> T read(CompletedFileUpload upload, Function<Path, T> work) {
    if (upload.getSize() > MOST_BYTES) {
      throw ProblemException.of(
          ProblemType.BODY_TOO_LARGE, "The file has more than " + MOST_BYTES + " bytes.");
    }
    return work.apply(((HeldUpload) upload).path());
  }
}
