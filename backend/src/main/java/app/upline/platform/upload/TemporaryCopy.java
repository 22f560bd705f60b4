package app.upline.platform.upload;

import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An uploaded file where it can be read from any place, until this is closed. */
record TemporaryCopy(Path file) implements AutoCloseable {

  static TemporaryCopy of(CompletedFileUpload upload) {
    try {
      TemporaryCopy copy = new TemporaryCopy(Files.createTempFile("upline-upload", ".tmp"));
      try (InputStream in = upload.getInputStream();
          var out = Files.newOutputStream(copy.file())) {
        in.transferTo(out);
      } catch (IOException e) {
        copy.close();
        throw e;
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
