package app.upline.sheet.web;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.platform.validation.Fault;
import app.upline.platform.workbook.WorkbookLimits;
import app.upline.platform.workbook.WorkbookRefusedException;
import app.upline.sheet.MappingRefusedException;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes an uploaded file to where it can be read from any place, and away again. */
@Singleton
final class Uploads {

  private static final int LONGEST_NAME = 200;

  private final WorkbookLimits limits;
  private final JsonMapper json;

  Uploads(WorkbookLimits limits, JsonMapper json) {
    this.limits = limits;
    this.json = json;
  }

  /** What is done with the file while it is there. */
  @FunctionalInterface
  interface Work<T> {
    T with(Path file) throws WorkbookRefusedException, MappingRefusedException;
  }

  /**
   * Does the work, and leaves no file behind.
   *
   * @throws ProblemException when the file or the mapping is refused
   */
  <T> T read(CompletedFileUpload upload, Work<T> work) {
    Path file = null;
    try {
      file = Files.createTempFile("upline-upload", ".tmp");
      store(upload, file);
      return work.with(file);
    } catch (WorkbookRefusedException e) {
      throw ProblemException.of(type(e.reason()), e.getMessage());
    } catch (MappingRefusedException e) {
      throw ProblemException.of(ProblemType.MAPPING_INVALID, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  /** The name to show; only its last part, and nothing unprintable. */
  static String name(CompletedFileUpload upload) {
    String given = upload.getFilename() == null ? "" : upload.getFilename();
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    return clean.isEmpty() ? "upload" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
  }

  /** The mapping part: a JSON object of texts and nulls. */
  Map<String, @Nullable String> mapping(@Nullable String text) {
    Map<String, @Nullable String> mapping = new HashMap<>();
    if (text == null || text.isBlank()) {
      return mapping;
    }
    try {
      JsonNode tree = json.readValue(text, JsonNode.class);
      if (tree == null || !tree.isObject()) {
        throw badMapping();
      }
      for (Map.Entry<String, JsonNode> entry : tree.entries()) {
        if (!entry.getValue().isNull() && !entry.getValue().isString()) {
          throw badMapping();
        }
        mapping.put(
            entry.getKey(), entry.getValue().isNull() ? null : entry.getValue().getStringValue());
      }
      return mapping;
    } catch (IOException e) {
      throw badMapping();
    }
  }

  private static ProblemException badMapping() {
    return ProblemException.malformed(
        List.of(
            new Fault(
                "/mapping",
                "INVALID_MAPPING",
                "Send a JSON object from header or column letter to a field or null.")));
  }

  private void store(CompletedFileUpload upload, Path file) throws IOException {
    if (upload.getSize() > limits.maxBytes()) {
      throw ProblemException.of(
          ProblemType.WORKBOOK_TOO_LARGE,
          "The file has more than " + limits.maxBytes() + " bytes; split it into several files.");
    }
    try (InputStream in = upload.getInputStream();
        var out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private static ProblemType type(WorkbookRefusedException.Reason reason) {
    return switch (reason) {
      case NOT_A_WORKBOOK -> ProblemType.NOT_A_WORKBOOK;
      case ENCRYPTED -> ProblemType.WORKBOOK_ENCRYPTED;
      case MACRO_ENABLED -> ProblemType.WORKBOOK_MACRO_ENABLED;
      case ZIP_BOMB -> ProblemType.WORKBOOK_INFLATES_TOO_FAR;
      case TOO_MANY_ROWS -> ProblemType.WORKBOOK_TOO_MANY_ROWS;
      case TOO_LARGE -> ProblemType.WORKBOOK_TOO_LARGE;
      case NOT_UTF8 -> ProblemType.WORKBOOK_NOT_UTF8;
      case NO_HEADER -> ProblemType.WORKBOOK_NO_HEADER;
    };
  }
}
