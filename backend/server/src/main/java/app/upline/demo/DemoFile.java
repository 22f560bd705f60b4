package app.upline.demo;

import app.upline.agency.EntityType;
import app.upline.agency.PolicyDraft;
import app.upline.identity.Role;
import app.upline.platform.start.StartFailure;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the demo consists of. The files come with the module that only a laptop and the tests have,
 * so that nothing that is installed for real knows a password that everybody can read.
 *
 * @param password of everybody
 */
@Serdeable.Deserializable
record DemoFile(String password, List<Carrier> carriers, List<Agency> agencies) {

  private static final String FOLDER = "/demo/";

  /**
   * A carrier.
   *
   * @param secondAdministratorApproves whether no administrator gives sensitive roles alone
   * @param resourceCenter whether it has filled one
   * @param policies the first, and those announced since
   */
  @Serdeable.Deserializable
  record Carrier(
      String name,
      String timeZone,
      boolean secondAdministratorApproves,
      boolean resourceCenter,
      List<PolicyDraft> policies,
      List<Person> people) {}

  /**
   * An agency.
   *
   * @param uplineNpn of the agency above it, which comes before it
   * @param carriers the names of those it is contracted with
   * @param register a file of relationships, which its first person enters
   */
  @Serdeable.Deserializable
  record Agency(
      String name,
      String npn,
      EntityType level,
      @Nullable String uplineNpn,
      List<String> carriers,
      List<Person> people,
      @Nullable String register) {}

  /** An account with one role, which is its name too: the demo has no real people. */
  @Serdeable.Deserializable
  record Person(String email, String name, Role role) {}

  static DemoFile read(JsonMapper json) {
    return read("world.json", in -> json.readValue(in, Argument.of(DemoFile.class)));
  }

  static List<JsonNode> register(JsonMapper json, String file) {
    return read(file, in -> json.readValue(in, Argument.listOf(JsonNode.class)));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(InputStream in) throws IOException;
  }

  private static <T> T read(String name, Reading<T> reading) {
    try (InputStream in = DemoFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new StartFailure(
            "UPLINE_DEMO_ENABLED wants the demo, which is not installed: put upline-local.jar on the class path, or leave it out.");
      }
      return reading.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
