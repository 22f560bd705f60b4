package app.upline.demo;

import app.upline.agency.OrganizationRegistry;
import app.upline.agency.PolicyDraft;
import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.NewUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.OrganizationSecurity;
import app.upline.identity.PeopleRegistry;
import app.upline.identity.Role;
import app.upline.platform.outcome.Outcome;
import app.upline.relationship.RelationshipService;
import app.upline.relationship.SavedRelationship;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Fills an empty database with what the demo's file says: carriers of different policy, agencies
 * with an upline among them, people of every role, a register to look at.
 */
@Singleton
@Requires(property = "upline.demo.enabled", value = "true")
final class DemoWorld implements ApplicationEventListener<StartupEvent> {

  private final OrganizationRegistry organizations;
  private final PeopleRegistry people;
  private final OrganizationSecurity security;
  private final RelationshipService relationships;
  private final DemoResources resources;
  private final AuditTrail audit;
  private final JsonMapper json;

  DemoWorld(
      OrganizationRegistry organizations,
      PeopleRegistry people,
      OrganizationSecurity security,
      RelationshipService relationships,
      DemoResources resources,
      AuditTrail audit,
      JsonMapper json) {
    this.organizations = organizations;
    this.people = people;
    this.security = security;
    this.relationships = relationships;
    this.resources = resources;
    this.audit = audit;
    this.json = json;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    if (organizations.isEmpty()) {
      fill(DemoFile.read(json));
    }
  }

  private void fill(DemoFile demo) {
    Map<String, UUID> carriers = new HashMap<>();
    demo.carriers()
        .forEach(carrier -> carriers.put(carrier.name(), enter(carrier, demo.password())));
    Map<String, UUID> agencies = new HashMap<>();
    demo.agencies()
        .forEach(
            agency ->
                agencies.put(agency.npn(), enter(agency, carriers, agencies, demo.password())));
  }

  private UUID enter(DemoFile.Carrier carrier, String password) {
    List<PolicyDraft> policies = carrier.policies();
    UUID id =
        organizations.addCarrier(
            carrier.name(), ZoneId.of(carrier.timeZone()), policies.getFirst().policy());
    policies.stream().skip(1).forEach(policy -> organizations.addPolicy(id, policy.policy()));
    List<CurrentUser> entered = enter(carrier.people(), OrganizationKind.CARRIER, id, password);
    if (carrier.secondAdministratorApproves()) {
      security.begin(id, true);
    }
    if (carrier.resourceCenter()) {
      resources.fill(
          entered.stream()
              .filter(person -> person.roles().contains(Role.CARRIER_ADMINISTRATOR))
              .findFirst()
              .orElseThrow());
    }
    return id;
  }

  private UUID enter(
      DemoFile.Agency agency,
      Map<String, UUID> carriers,
      Map<String, UUID> agencies,
      String password) {
    UUID id =
        organizations.addAgency(
            agency.name(), agency.npn(), agency.level(), agencies.get(agency.uplineNpn()));
    agency.carriers().forEach(carrier -> organizations.contract(id, carriers.get(carrier)));
    List<CurrentUser> entered = enter(agency.people(), OrganizationKind.AGENCY, id, password);
    if (agency.register() != null) {
      fillRegister(entered.getFirst(), DemoFile.register(json, agency.register()));
    }
    return id;
  }

  private List<CurrentUser> enter(
      List<DemoFile.Person> persons, OrganizationKind kind, UUID organization, String password) {
    List<CurrentUser> entered = new ArrayList<>();
    for (DemoFile.Person person : persons) {
      UUID id =
          people.createUser(
              new NewUser(
                  person.email(),
                  person.name(),
                  password,
                  kind,
                  organization,
                  Set.of(person.role())));
      entered.add(new CurrentUser(id, person.name(), kind, organization, Set.of(person.role())));
    }
    return entered;
  }

  private void fillRegister(CurrentUser reporter, List<JsonNode> rows) {
    for (JsonNode row : rows) {
      // In the agency's own trail, which vouches for its register.
      Outcome<SavedRelationship> outcome =
          audit.system(
              "enterDemo", reporter.organizationId(), () -> relationships.create(reporter, row));
      if (outcome.isRefused()) {
        throw new IllegalStateException("The demo breaks a rule: " + outcome);
      }
    }
  }
}
