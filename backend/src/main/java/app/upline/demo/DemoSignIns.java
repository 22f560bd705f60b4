package app.upline.demo;

import app.upline.platform.start.ReadyNote;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Tells a newcomer how to sign in to the demo. */
@Singleton
@Requires(property = "upline.demo.enabled", value = "true")
final class DemoSignIns implements ReadyNote {

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Sign in with POST /v1/sessions; the password of everybody is " + DemoPeople.PASSWORD);
    for (DemoPeople person : DemoPeople.values()) {
      lines.add("  %-36s %-22s %s".formatted(person.email(), person.role(), person.organisation()));
    }
    return lines;
  }
}
