package app.upline.onboarding;

import static java.util.Objects.requireNonNull;

import app.upline.agency.OrganisationRegistry;
import app.upline.audit.Actor;
import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.InvitationService;
import app.upline.identity.OrganisationKind;
import app.upline.onboarding.OrganisationFile.Administrator;
import app.upline.onboarding.OrganisationFile.AgencyEntry;
import app.upline.onboarding.OrganisationFile.CarrierEntry;
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
 * of each: from then on an organisation invites its own people. What is there already stays as it
 * is, so that a file can be amended and entered again.
 */
@Singleton
public final class Onboarding {

  private static final String OPERATION = "enterOrganisations";

  private final OrganisationRegistry organisations;
  private final InvitationService invitations;
  private final AuditTrail audit;
  private final Database database;
  private final JsonMapper json;

  Onboarding(
      OrganisationRegistry organisations,
      InvitationService invitations,
      AuditTrail audit,
      Database database,
      JsonMapper json) {
    this.organisations = organisations;
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
    OrganisationFile file = read(path);
    List<Fault> faults = file.faults();
    if (!faults.isEmpty()) {
      throw new StartFailure(
          faults.stream()
              .map(fault -> "%s: %s".formatted(fault.pointer(), fault.message()))
              .collect(Collectors.joining("\n  ", "The file is not right:\n  ", "")));
    }
    List<String> told =
        audit.system(OPERATION, Actor.NO_ORGANISATION, () -> database.writing(() -> entered(file)));
    // Only now: what is told has come in.
    told.forEach(tell);
  }

  private List<String> entered(OrganisationFile file) {
    List<String> told = new ArrayList<>();
    requireNonNull(file.carriers()).forEach(carrier -> enter(carrier, told::add));
    requireNonNull(file.agencies()).forEach(agency -> enter(agency, told::add));
    return told;
  }

  private OrganisationFile read(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      OrganisationFile file = json.readValue(in, OrganisationFile.class);
      return file == null ? new OrganisationFile(null, null) : file;
    } catch (IOException e) {
      throw new StartFailure(
          "The file %s cannot be read as JSON: %s".formatted(path, e.getMessage()), e);
    }
  }

  private void enter(CarrierEntry carrier, Consumer<String> tell) {
    String name = requireNonNull(carrier.name());
    if (organisations.carrierNamed(name).isPresent()) {
      tell.accept("%s is there already".formatted(name));
      return;
    }
    UUID id =
        organisations.addCarrier(
            name,
            ZoneId.of(requireNonNull(carrier.timeZone())),
            requireNonNull(carrier.policy()).policy());
    audit.changed("carrier", id, name, null, Digest.of(carrier));
    invite(OrganisationKind.CARRIER, id, name, carrier.administrator(), tell);
  }

  private void enter(AgencyEntry agency, Consumer<String> tell) {
    String name = requireNonNull(agency.name());
    String npn = requireNonNull(agency.npn());
    Optional<UUID> known = organisations.agencyWithNpn(npn);
    UUID id = known.orElseGet(() -> add(agency, name, npn));
    if (known.isPresent()) {
      tell.accept("%s is there already".formatted(name));
    } else {
      invite(OrganisationKind.AGENCY, id, name, agency.administrator(), tell);
    }
    requireNonNull(agency.carriers()).forEach(carrier -> contract(id, name, carrier, tell));
  }

  private UUID add(AgencyEntry agency, String name, String npn) {
    String upline = agency.uplineNpn();
    UUID uplineId =
        upline == null
            ? null
            : organisations
                .agencyWithNpn(upline)
                .orElseThrow(
                    () ->
                        new StartFailure(
                            "%s: there is no agency with the NPN %s above it."
                                .formatted(name, upline)));
    UUID id = organisations.addAgency(name, npn, requireNonNull(agency.level()), uplineId);
    audit.changed("agency", id, name, null, Digest.of(agency));
    return id;
  }

  private void contract(UUID agencyId, String name, String carrier, Consumer<String> tell) {
    UUID carrierId =
        organisations
            .carrierNamed(carrier)
            .orElseThrow(
                () ->
                    new StartFailure("%s: there is no carrier named %s.".formatted(name, carrier)));
    if (!organisations.isContracted(agencyId, carrierId)) {
      organisations.contract(agencyId, carrierId);
      audit.changed("contract", agencyId, carrier, null, Digest.of(agencyId, carrierId));
      tell.accept("%s is contracted with %s".formatted(name, carrier));
    }
  }

  private void invite(
      OrganisationKind kind,
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
