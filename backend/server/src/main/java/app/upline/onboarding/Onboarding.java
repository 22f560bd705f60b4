package app.upline.onboarding;

import static java.util.Objects.requireNonNull;

import app.upline.agency.EntityType;
import app.upline.agency.OrganizationRegistry;
import app.upline.audit.Actor;
import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.OrganizationKind;
import app.upline.identity.people.InvitationService;
import app.upline.onboarding.OrganizationFile.Administrator;
import app.upline.onboarding.OrganizationFile.AgencyEntry;
import app.upline.onboarding.OrganizationFile.CarrierEntry;
import app.upline.platform.persistence.Database;
import app.upline.platform.start.StartFailure;
import app.upline.platform.validation.Fault;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Enters what a file says of carriers, agencies and contracts, and invites the first administrator
 * of each: from then on an organization invites its own people. A file can be amended and entered
 * again: another name, level or upline of an agency that is there counts from today on, another
 * name of a carrier where its former one is given; nothing else of what is there changes.
 */
@Singleton
public final class Onboarding {

  private static final String OPERATION = "enterOrganizations";

  private final OrganizationRegistry organizations;
  private final InvitationService invitations;
  private final AuditTrail audit;
  private final Database database;
  private final JsonMapper json;

  Onboarding(
      OrganizationRegistry organizations,
      InvitationService invitations,
      AuditTrail audit,
      Database database,
      JsonMapper json) {
    this.organizations = organizations;
    this.invitations = invitations;
    this.audit = audit;
    this.database = database;
    this.json = json;
  }

  /**
   * Enters all of a file or nothing of it.
   *
   * @param tell gets a line for each thing that came in or was there
   * @throws StartFailure when the file cannot be read or something in it is wrong, with every place
   */
  public void enter(Path path, Consumer<String> tell) {
    OrganizationFile file = read(path);
    List<Fault> faults = file.faults();
    if (!faults.isEmpty()) {
      throw new StartFailure(
          faults.stream()
              .map(fault -> "%s: %s".formatted(fault.pointer(), fault.message()))
              .collect(Collectors.joining("\n  ", "The file is not right:\n  ", "")));
    }
    List<String> told =
        audit.system(OPERATION, Actor.NO_ORGANIZATION, () -> database.writing(() -> entered(file)));
    // Only now: what is told has come in.
    told.forEach(tell);
  }

  private List<String> entered(OrganizationFile file) {
    List<String> told = new ArrayList<>();
    requireNonNull(file.carriers()).forEach(carrier -> enter(carrier, told::add));
    requireNonNull(file.agencies()).forEach(agency -> enter(agency, told::add));
    return told;
  }

  private OrganizationFile read(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      OrganizationFile file = json.readValue(in, OrganizationFile.class);
      return file == null ? new OrganizationFile(null, null) : file;
    } catch (IOException e) {
      throw new StartFailure(
          "The file %s cannot be read as JSON: %s".formatted(path, e.getMessage()), e);
    }
  }

  private void enter(CarrierEntry carrier, Consumer<String> tell) {
    String name = requireNonNull(carrier.name());
    if (organizations.carrierNamed(name).isPresent()) {
      tell.accept("%s is there already".formatted(name));
      return;
    }
    String former = carrier.formerName();
    Optional<UUID> renamed = former == null ? Optional.empty() : organizations.carrierNamed(former);
    if (renamed.isPresent()) {
      organizations.renameCarrier(renamed.get(), name);
      tell.accept("%s is now called %s".formatted(former, name));
      return;
    }
    UUID id =
        organizations.addCarrier(
            name,
            ZoneId.of(requireNonNull(carrier.timeZone())),
            requireNonNull(carrier.policy()).policy());
    audit.changed("carrier", id, name, null, Digest.of(carrier));
    invite(OrganizationKind.CARRIER, id, name, carrier.administrator(), tell);
  }

  private void enter(AgencyEntry agency, Consumer<String> tell) {
    String name = requireNonNull(agency.name());
    String npn = requireNonNull(agency.npn());
    Optional<UUID> known = organizations.agencyWithNpn(npn);
    UUID id = known.orElseGet(() -> add(agency, name, npn));
    if (known.isPresent()) {
      List<String> changes =
          organizations.change(
              id, name, EntityType.valueOf(requireNonNull(agency.level())), agency.uplineNpn());
      changes.forEach(tell);
      if (changes.isEmpty()) {
        tell.accept("%s is there already".formatted(name));
      }
    } else {
      invite(OrganizationKind.AGENCY, id, name, agency.administrator(), tell);
    }
    requireNonNull(agency.carriers()).forEach(carrier -> contract(id, name, carrier, tell));
  }

  private UUID add(AgencyEntry agency, String name, String npn) {
    String upline = agency.uplineNpn();
    UUID uplineId =
        upline == null
            ? null
            : organizations
                .agencyWithNpn(upline)
                .orElseThrow(
                    () ->
                        new StartFailure(
                            "%s: there is no agency with the NPN %s above it."
                                .formatted(name, upline)));
    UUID id =
        organizations.addAgency(
            name, npn, EntityType.valueOf(requireNonNull(agency.level())), uplineId);
    audit.changed("agency", id, name, null, Digest.of(agency));
    return id;
  }

  private void contract(UUID agencyId, String name, String carrier, Consumer<String> tell) {
    UUID carrierId =
        organizations
            .carrierNamed(carrier)
            .orElseThrow(
                () ->
                    new StartFailure("%s: there is no carrier named %s.".formatted(name, carrier)));
    if (!organizations.isContracted(agencyId, carrierId)) {
      organizations.contract(agencyId, carrierId);
      audit.changed("contract", agencyId, carrier, null, Digest.of(agencyId, carrierId));
      tell.accept("%s is contracted with %s".formatted(name, carrier));
    }
  }

  private void invite(
      OrganizationKind kind,
      UUID id,
      String name,
      @Nullable Administrator person,
      Consumer<String> tell) {
    Administrator invited = requireNonNull(person);
    invitations.inviteFirst(
        kind, id, requireNonNull(invited.email()), requireNonNull(invited.name()));
    tell.accept("%s came in; %s is invited".formatted(name, invited.email()));
  }
}
