package app.upline.demo;

import app.upline.platform.page.PageMark;
import app.upline.platform.served.StaticFile;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the page who there is to sign in as, with the password that everybody in the demo has. It
 * is there only where the demo is, and reads it of the demo's file, which no installation has.
 */
@Controller
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "upline.demo.enabled", value = "true")
final class DemoPeople implements PageMark {
  private static final String ADDRESS = "/demo/people.json";

  private final StaticFile people;

  DemoPeople(JsonMapper json) throws IOException {
    this.people =
        StaticFile.of(
            json.writeValueAsString(entries(DemoFile.read(json))), MediaType.APPLICATION_JSON_TYPE);
  }

  /**
   * An account to sign in with.
   *
   * @param organization by name
   */
  @Serdeable.Serializable
  record Entry(String name, String email, String password, String organization) {}

  @Get(ADDRESS)
  HttpResponse<ByteBuf> people(HttpRequest<?> request) {
    return people.answer(request);
  }

  @Override
  public String name() {
    return "upline-demo-people";
  }

  @Override
  public String content() {
    return ADDRESS;
  }

  private static List<Entry> entries(DemoFile demo) {
    return Stream.concat(
            demo.agencies().stream()
                .flatMap(agency -> entries(agency.name(), agency.people(), demo.password())),
            demo.carriers().stream()
                .flatMap(carrier -> entries(carrier.name(), carrier.people(), demo.password())))
        .toList();
  }

  private static Stream<Entry> entries(
      String organization, List<DemoFile.Person> people, String password) {
    return people.stream()
        .map(person -> new Entry(person.name(), person.email(), password, organization));
  }
}
