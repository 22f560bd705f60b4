package app.upline.platform.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The contract as it is written, parsed once for all that is derived from it. */
@Singleton
final class ContractDocument {

  /** Where the build puts what it made of the contract ({@link ContractAsJson}). */
  private static final String RESOURCE = "openapi.json";

  private final byte[] bytes;
  private final Map<?, ?> root;

  ContractDocument() {
    try (InputStream contract =
        Objects.requireNonNull(
            ContractDocument.class.getClassLoader().getResourceAsStream(RESOURCE))) {
      bytes = contract.readAllBytes();
      try (JsonParser parser = new JsonFactory().createParser(bytes)) {
        root = (Map<?, ?>) JsonNodeTreeCodec.getInstance().readTree(parser).getValue();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
