package app.upline.sheet.web;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.upload.UploadedSheets;
import app.upline.platform.validation.Fault;
import app.upline.sheet.MappingRefusedException;
import app.upline.workbook.WorkbookRefusedException;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An uploaded sheet, and how its columns are to be read. */
@Singleton
final class Uploads {

  private final UploadedSheets sheets;
  private final JsonMapper json;

  Uploads(UploadedSheets sheets, JsonMapper json) {
    this.sheets = sheets;
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
    return sheets.read(
        upload,
        file -> {
          try {
            return work.with(file);
          } catch (MappingRefusedException e) {
            throw ProblemException.of(SheetProblem.MAPPING_INVALID, e.getMessage());
          }
        });
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
}
