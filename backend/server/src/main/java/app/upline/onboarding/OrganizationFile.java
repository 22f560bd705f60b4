package app.upline.onboarding;

import app.upline.agency.EntityType;
import app.upline.agency.PolicyDraft;
import app.upline.identity.EmailAddress;
import app.upline.platform.validation.Fault;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the operator writes down of organizations that are to come in; nothing of it checked yet.
 *
 * @param carriers by name
 * @param agencies by NPN; uplines come before those beneath them
 */
@Serdeable.Deserializable
record OrganizationFile(
    @Nullable List<CarrierEntry> carriers, @Nullable List<AgencyEntry> agencies) {

  private static final Pattern NPN = Pattern.compile("[1-9]\\d{0,9}");
  private static final Set<String> LEVELS =
      Arrays.stream(EntityType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  private static final int LONGEST_NAME = 200;

  OrganizationFile {
    carriers = carriers == null ? List.of() : List.copyOf(carriers);
    agencies = agencies == null ? List.of() : List.copyOf(agencies);
  }

  /** Who is invited to administrate, and chooses the password alone. */
  @Serdeable.Deserializable
  record Administrator(@Nullable String email, @Nullable String name) {}

  /**
   * A carrier.
   *
   * @param formerName by which it is found that is to be called otherwise
   * @param timeZone such as {@code America/New_York}: its due dates end there
   * @param policy what it asks from the first on; later ones it announces itself
   */
  @Serdeable.Deserializable
  record CarrierEntry(
      @Nullable String name,
      @Nullable String formerName,
      @Nullable String timeZone,
      @Nullable PolicyDraft policy,
      @Nullable Administrator administrator) {}

  /**
   * An agency.
   *
   * @param level its place in the hierarchy, a code of the entity types
   * @param uplineNpn the agency above it
   * @param carriers the names of those it is contracted with
   */
  @Serdeable.Deserializable
  record AgencyEntry(
      @Nullable String name,
      @Nullable String npn,
      @Nullable String level,
      @Nullable String uplineNpn,
      @Nullable List<String> carriers,
      @Nullable Administrator administrator) {
    AgencyEntry {
      carriers = carriers == null ? List.of() : List.copyOf(carriers);
    }
  }

  /** Everything that is wrong with what is written, each with its place in the file. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < carriers.size(); i++) {
      carrier(faults, "/carriers/" + i, carriers.get(i));
    }
    for (int i = 0; i < agencies.size(); i++) {
      agency(faults, "/agencies/" + i, agencies.get(i));
    }
    return faults;
  }

  private static void carrier(List<Fault> faults, String at, CarrierEntry carrier) {
    named(faults, at, carrier.name());
    try {
      ZoneId.of(String.valueOf(carrier.timeZone()));
    } catch (DateTimeException e) {
      faults.add(
          new Fault(
              at + "/timeZone", "INVALID_TIME_ZONE", "Name a zone such as America/New_York."));
    }
    if (carrier.policy() == null) {
      faults.add(new Fault(at + "/policy", "REQUIRED", "Enter what the carrier asks for."));
    } else {
      carrier
          .policy()
          .faultsOfFirst()
          .forEach(
              fault ->
                  faults.add(
                      new Fault(at + "/policy" + fault.pointer(), fault.code(), fault.message())));
    }
    invited(faults, at, carrier.administrator());
  }

  private static void agency(List<Fault> faults, String at, AgencyEntry agency) {
    named(faults, at, agency.name());
    if (!NPN.matcher(String.valueOf(agency.npn())).matches()) {
      faults.add(
          new Fault(
              at + "/npn",
              "INVALID_NPN",
              "An NPN has one to ten digits and does not begin with zero."));
    }
    if (!LEVELS.contains(String.valueOf(agency.level()))) {
      faults.add(
          new Fault(at + "/level", "UNKNOWN_CODE", "Enter a level such as FMO, GA or AGENCY."));
    }
    invited(faults, at, agency.administrator());
  }

  private static void named(List<Fault> faults, String at, @Nullable String name) {
    if (!isName(name)) {
      faults.add(new Fault(at + "/name", "REQUIRED", "Give a name of 1 to 200 characters."));
    }
  }

  private static boolean isName(@Nullable String name) {
    return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
  }

  private static void invited(List<Fault> faults, String at, @Nullable Administrator person) {
    if (person == null || !isName(person.name())) {
      faults.add(
          new Fault(
              at + "/administrator/name",
              "REQUIRED",
              "Enter the administrator's name, in 1 to 200 characters."));
    }
    if (person == null || person.email() == null || !EmailAddress.isOne(person.email())) {
      faults.add(
          new Fault(
              at + "/administrator/email",
              "INVALID_EMAIL",
              "Write an address such as name@company.com."));
    }
  }
}
