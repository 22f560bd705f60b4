package app.upline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The contract as a strict validator reads it. A nullable code is written {@code allOf} with {@code
 * nullable}, which makes one type in every generated client, and which such a validator takes for
 * one that is never null.
 */
final class StrictContract {
  private StrictContract() {}

  static String read(Path contract) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(20_000_000);
    Yaml yaml = new Yaml(new SafeConstructor(options));
    try {
      return yaml.dump(strict(yaml.load(Files.readString(contract))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object strict(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().map(StrictContract::strict).toList();
    }
    if (!(node instanceof Map<?, ?> map)) {
      return node;
    }
    Map<Object, Object> strict = new LinkedHashMap<>();
    map.forEach((key, value) -> strict.put(key, strict(value)));
    if (Boolean.TRUE.equals(map.get("nullable")) && map.get("allOf") instanceof List<?> parts) {
      strict.remove("nullable");
      strict.remove("allOf");
      List<Object> either = new ArrayList<>(parts);
      either.add(nothing());
      strict.put("anyOf", either);
    }
    return strict;
  }

  private static Map<String, Object> nothing() {
    List<Object> values = new ArrayList<>();
    values.add(null);
    return Map.of("type", "string", "nullable", true, "enum", values);
  }
}
