package app.upline.demo;

import app.upline.platform.start.ReadyNote;
import io.micronaut.context.annotation.Requires;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Tells a newcomer how to sign in to the demo. */
@Singleton
@Requires(property = "upline.demo.enabled", value = "true")
final class DemoSignIns implements ReadyNote {

  private final JsonMapper json;

  DemoSignIns(JsonMapper json) {
    this.json = json;
  }

  @Override
  public List<String> lines() {
    DemoFile demo = DemoFile.read(json);
    List<String> lines = new ArrayList<>();
    lines.add("Sign in with POST /v1/sessions; the password of everybody is " + demo.password());
    demo.agencies()
        .forEach(
            agency -> agency.people().forEach(person -> lines.add(line(person, agency.name()))));
    demo.carriers()
        .forEach(
            carrier -> carrier.people().forEach(person -> lines.add(line(person, carrier.name()))));
    return lines;
  }

  private static String line(DemoFile.Person person, String organization) {
    return "  %-36s %-22s %s".formatted(person.email(), person.role(), organization);
  }
}
