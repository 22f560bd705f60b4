package app.upline.sheet.web;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.upload.UploadedSheets;
import app.upline.platform.validation.Fault;
import app.upline.sheet.MappingRefusedException;
import app.upline.sheet.SheetMapping;
import app.upline.workbook.WorkbookRefusedException;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An uploaded sheet, and how its columns are to be read. */
@Singleton
final class Uploads {

  private static final Set<String> WHOLE = Set.of("columns", "fixedValues", "translations");

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

  /**
   * The mapping part: a JSON object of texts and nulls, or of such an object beside fixed values
   * and translations.
   */
  SheetMapping mapping(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return SheetMapping.NONE;
    }
    try {
      JsonNode tree = json.readValue(text, JsonNode.class);
      if (tree == null || !tree.isObject()) {
        throw badMapping();
      }
      return isWhole(tree)
          ? new SheetMapping(
              columns(tree.get("columns")),
              fixedValues(tree.get("fixedValues")),
              translations(tree.get("translations")))
          : new SheetMapping(columns(tree), List.of(), List.of());
    } catch (IOException e) {
      throw badMapping();
    }
  }

  /** A field is a text and never an object, so no column is taken for one of these. */
  private static boolean isWhole(JsonNode tree) {
    boolean any = false;
    for (Map.Entry<String, JsonNode> entry : tree.entries()) {
      any |= entry.getValue().isObject();
    }
    for (Map.Entry<String, JsonNode> entry : tree.entries()) {
      if (any && !(WHOLE.contains(entry.getKey()) && entry.getValue().isObject())) {
        throw badMapping();
      }
    }
    return any;
  }

  private static List<SheetMapping.Column> columns(@Nullable JsonNode tree) {
    List<SheetMapping.Column> columns = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : entries(tree)) {
      JsonNode field = entry.getValue();
      columns.add(
          new SheetMapping.Column(entry.getKey(), field.isNull() ? null : string(field), false));
    }
    return columns;
  }

  private static List<SheetMapping.FixedValue> fixedValues(@Nullable JsonNode tree) {
    List<SheetMapping.FixedValue> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : entries(tree)) {
      values.add(new SheetMapping.FixedValue(entry.getKey(), string(entry.getValue())));
    }
    return values;
  }

  private static List<SheetMapping.Translation> translations(@Nullable JsonNode tree) {
    List<SheetMapping.Translation> translations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : entries(tree)) {
      if (!field.getValue().isObject()) {
        throw badMapping();
      }
      for (Map.Entry<String, JsonNode> value : entries(field.getValue())) {
        translations.add(
            new SheetMapping.Translation(field.getKey(), value.getKey(), string(value.getValue())));
      }
    }
    return translations;
  }

  private static Iterable<Map.Entry<String, JsonNode>> entries(@Nullable JsonNode tree) {
    return tree == null ? List.of() : tree.entries();
  }

  private static String string(JsonNode node) {
    if (!node.isString()) {
      throw badMapping();
    }
    return node.getStringValue();
  }

  private static ProblemException badMapping() {
    return ProblemException.malformed(
        List.of(
            new Fault(
                "/mapping",
                "INVALID_MAPPING",
                "Send a JSON object from header or column letter to a field or null; or one with columns, which is such an object, fixedValues from field to text, and translations from field to an object from text to text.")));
  }
}
