package app.upline.demo;

import app.upline.agency.OrganisationRegistry;
import app.upline.agency.ReportingPolicy;
import app.upline.identity.CurrentUser;
import app.upline.identity.NewUser;
import app.upline.identity.OrganisationKind;
import app.upline.identity.OrganisationSecurity;
import app.upline.identity.PeopleRegistry;
import app.upline.identity.Role;
import app.upline.relationship.ChangeOutcome;
import app.upline.relationship.RelationshipService;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Fills an empty database: two carriers of different policy, four agencies with an upline among
 * them, a register to look at.
 */
@Singleton
@Requires(property = "upline.demo.enabled", value = "true")
final class DemoWorld implements ApplicationEventListener<StartupEvent> {

  private static final String WORDING =
      """
      I am authorized to submit this disclosure for my agency. After reasonable inquiry, and to the best of my knowledge, it is \
      accurate and complete, our downline included. We will report changes as they occur. We understand that records of it are \
      kept for ten years and may be examined by the carrier, CMS and their designees.""";

  private final OrganisationRegistry organisations;
  private final PeopleRegistry people;
  private final OrganisationSecurity security;
  private final RelationshipService relationships;
  private final JsonMapper json;

  DemoWorld(
      OrganisationRegistry organisations,
      PeopleRegistry people,
      OrganisationSecurity security,
      RelationshipService relationships,
      JsonMapper json) {
    this.organisations = organisations;
    this.people = people;
    this.security = security;
    this.relationships = relationships;
    this.json = json;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    if (organisations.isEmpty()) {
      fill();
    }
  }

  private void fill() {
    UUID summit =
        organisations.addCarrier(
            "Summit Peak Health", ZoneId.of("America/New_York"), asChangesOccur());
    UUID granite =
        organisations.addCarrier(
            "Granite Mutual Medicare", ZoneId.of("America/Chicago"), withinThirtyDays());
    organisations.addPolicy(granite, withinThirtyDaysAndNil());
    UUID blueMesa =
        organisations.addAgency("Blue Mesa Field Marketing LLC", "9700001", "FMO", null);
    UUID harborline =
        organisations.addAgency("Harborline Benefit Advisors LLC", "9876543", "GA", blueMesa);
    UUID prairie =
        organisations.addAgency("Prairie Lantern Insurance Group", "9700003", "GA", blueMesa);
    UUID cedar =
        organisations.addAgency("Cedar & Stone Senior Advisors", "9700004", "AGENCY", null);
    List.of(summit, granite)
        .forEach(
            carrier ->
                List.of(blueMesa, harborline)
                    .forEach(agency -> organisations.contract(agency, carrier)));
    organisations.contract(prairie, summit);
    organisations.contract(cedar, granite);
    addPeople(OrganisationKind.AGENCY, harborline, "Harborline Benefit Advisors LLC");
    UUID reporter =
        addPeople(OrganisationKind.AGENCY, blueMesa, "Blue Mesa Field Marketing LLC")
            .get(Role.AGENCY_REPORTER);
    addPeople(OrganisationKind.CARRIER, summit, "Summit Peak Health");
    // One carrier lets no administrator give sensitive roles alone.
    security.begin(summit, true);
    addPeople(OrganisationKind.CARRIER, granite, "Granite Mutual Medicare");
    fillRegister(
        new CurrentUser(
            Objects.requireNonNull(reporter),
            "Reporter",
            OrganisationKind.AGENCY,
            blueMesa,
            Set.of(Role.AGENCY_REPORTER)));
  }

  /** As Cigna/HealthSpring asks. */
  private static ReportingPolicy asChangesOccur() {
    return new ReportingPolicy(
        LocalDate.of(2026, 1, 1),
        "LAST_DAY",
        false,
        ReportingPolicy.Notice.AS_CHANGES_OCCUR,
        null,
        false,
        "2026-01",
        WORDING);
  }

  /** As Aetna asks. */
  private static ReportingPolicy withinThirtyDays() {
    return new ReportingPolicy(
        LocalDate.of(2026, 1, 1),
        "15",
        false,
        ReportingPolicy.Notice.WITHIN_DAYS,
        30,
        true,
        "2026-01",
        WORDING);
  }

  /** The same later on, and a word in months without incidents too. */
  private static ReportingPolicy withinThirtyDaysAndNil() {
    return new ReportingPolicy(
        LocalDate.of(2026, 7, 1),
        "15",
        true,
        ReportingPolicy.Notice.WITHIN_DAYS,
        30,
        true,
        3,
        List.of(10, 3),
        "compliance@granitemutual.example",
        "2026-01",
        WORDING);
  }

  private Map<Role, UUID> addPeople(OrganisationKind kind, UUID organisation, String name) {
    Map<Role, UUID> ids = new LinkedHashMap<>();
    for (DemoPeople person : DemoPeople.of(name)) {
      ids.put(
          person.role(),
          people.createUser(
              new NewUser(
                  person.email(),
                  person.title(),
                  DemoPeople.PASSWORD,
                  kind,
                  organisation,
                  Set.of(person.role()))));
    }
    return ids;
  }

  private void fillRegister(CurrentUser reporter) {
    try (InputStream file =
        Objects.requireNonNull(DemoWorld.class.getResourceAsStream("/demo/relationships.json"))) {
      for (JsonNode row : json.readValue(file, Argument.listOf(JsonNode.class))) {
        ChangeOutcome outcome = relationships.create(reporter, row);
        if (!(outcome instanceof ChangeOutcome.Saved)) {
          throw new IllegalStateException("The demo breaks a rule: " + outcome);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
