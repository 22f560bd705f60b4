package app.upline.platform.contract;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract as it is written, parsed once for whoever derives something from it. */
@Singleton
final class ContractDocument {

  private final byte[] bytes;
  private final Map<?, ?> root;

  ContractDocument() {
    try (InputStream contract =
        Objects.requireNonNull(
            ContractDocument.class
                .getClassLoader()
                .getResourceAsStream(ContractCodeLists.RESOURCE))) {
      bytes = contract.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(20_000_000);
    root = new Yaml(new SafeConstructor(options)).load(new String(bytes, StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return bytes;
  }

  Map<?, ?> root() {
    return root;
  }

  /** What is meant, where the given object only refers to it. */
  Map<?, ?> resolve(Object object) {
    Map<?, ?> node = (Map<?, ?>) object;
    while (node.get("$ref") instanceof String reference) {
      Map<?, ?> found = root;
      for (String step : reference.substring(2).split("/")) {
        found = (Map<?, ?>) found.get(step);
      }
      node = found;
    }
    return node;
  }
}
