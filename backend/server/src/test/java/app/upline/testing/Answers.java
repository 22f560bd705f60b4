package app.upline.testing;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Performs any operation of the contract, and answers all that is told: headers and text. */
public final class Answers {
  private final PlainClient client;

  public Answers(PlainClient client) {
    this.client = client;
  }

  /**
   * What is answered to a request.
   *
   * @param things by the names of path parameters
   * @param query beyond what is required
   */
  public String of(
      Operation operation, TestUser person, Map<String, String> things, Map<String, ?> query) {
    PlainClient.Answer answer = perform(operation, person, things, query);
    assertThat(answer.status()).as(operation.id()).isLessThan(500).isNotIn(401, 403);
    return answer.headers() + text(answer.bytes());
  }

  /** The answer itself, with the contract's own example for a body. */
  public PlainClient.Answer perform(
      Operation operation, TestUser person, Map<String, String> things, Map<String, ?> query) {
    return client.perform(operation, person, address(operation, things, query));
  }

  private static String address(
      Operation operation, Map<String, String> things, Map<String, ?> query) {
    String path = operation.path();
    StringJoiner asked = new StringJoiner("&", "?", "").setEmptyValue("");
    query.forEach((name, value) -> asked.add(name + "=" + encode(value.toString(), UTF_8)));
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("path")) {
        String thing = things.getOrDefault(parameter.name(), "1");
        path = path.replace("{" + parameter.name() + "}", thing);
      } else if (parameter.in().equals("query") && parameter.required()) {
        asked.add(parameter.name() + "=1");
      }
    }
    return path + asked;
  }

  /** What a workbook holds stands in its parts. */
  private static String text(byte[] bytes) {
    if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
      return new String(bytes, UTF_8);
    }
    try {
      // By its directory, which a stream does not see: the sizes of the parts stand only there.
      Path file = Files.createTempFile("answer", ".xlsx");
      try (ZipFile zip = new ZipFile(Files.write(file, bytes).toFile())) {
        StringBuilder text = new StringBuilder();
        for (ZipEntry part : Collections.list(zip.entries())) {
          text.append(new String(zip.getInputStream(part).readAllBytes(), UTF_8));
        }
        return text.toString();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
