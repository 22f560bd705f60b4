package app.upline.onboarding;

import app.upline.agency.OrganizationRegistry;
import app.upline.platform.start.ReadyNote;
import jakarta.inject.Singleton;
import java.util.List;

/** Says what comes next where there is no organization yet. */
@Singleton
final class NextStepNote implements ReadyNote {

  private final OrganizationRegistry organizations;

  NextStepNote(OrganizationRegistry organizations) {
    this.organizations = organizations;
  }

  @Override
  public List<String> lines() {
    return organizations.isEmpty()
        ? List.of(
            "Nobody can sign in yet. Stop this (Ctrl-C), and enter the first carriers and agencies:",
            "  make enter-organizations FILE=organizations.json    (the README shows such a file)")
        : List.of();
  }
}
