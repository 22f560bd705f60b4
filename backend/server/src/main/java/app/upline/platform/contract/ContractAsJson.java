package app.upline.platform.contract;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Run by the build: writes the contract as JSON, which a start reads in a small part of the time
 * that it takes to read YAML.
 */
public final class ContractAsJson {

  private static final int LONGEST = 20_000_000;

  private ContractAsJson() {}

  /**
   * @param arguments the contract, and the file to write
   */
  public static void main(String[] arguments) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    Object contract =
        new Yaml(new SafeConstructor(options)).load(Files.readString(Path.of(arguments[0])));
    JsonFactory json = new JsonFactory();
    try (JsonGenerator out =
        json.createGenerator(Path.of(arguments[1]).toFile(), JsonEncoding.UTF8)) {
      JsonNodeTreeCodec.getInstance().writeTree(out, JsonNode.from(contract));
    }
  }
}
