package app.upline.onboarding;

import app.upline.agency.AgencyContracts;
import app.upline.agency.EntityType;
import app.upline.agency.ProfileDraft;
import app.upline.identity.EmailAddress;
import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency that a carrier takes in.
 *
 * @param startsOn the first day of the contract
 * @param administrator who is invited where the agency has no people yet
 */
public record AgencyDraft(
    @Nullable String name,
    @Nullable String npn,
    @Nullable EntityType level,
    @Nullable LocalDate startsOn,
    Administrator administrator) {

  public AgencyDraft {
    name = name == null ? null : Words.tidy(name);
  }

  /** Who is invited, and chooses the password alone. */
  public record Administrator(@Nullable String email, @Nullable String name) {

    public Administrator {
      email = email == null ? null : email.strip();
      name = name == null ? null : Words.tidy(name);
    }

    List<Fault> faults(String pointer) {
      List<Fault> faults = new ArrayList<>(ProfileDraft.nameFaults(pointer + "/name", name));
      if (email == null || !EmailAddress.isOne(email)) {
        faults.add(
            new Fault(
                pointer + "/email", "INVALID_EMAIL", "Write an address such as name@company.com."));
      }
      return faults;
    }
  }

  List<Fault> faults(LocalDate today) {
    List<Fault> faults = new ArrayList<>(ProfileDraft.nameFaults("/name", name));
    if (npn == null || !ProfileDraft.isNpn(npn)) {
      faults.add(
          new Fault(
              "/npn", "INVALID_NPN", "An NPN has one to ten digits and does not begin with zero."));
    }
    if (level == null) {
      faults.add(new Fault("/level", "REQUIRED", "Choose the agency's level."));
    }
    faults.addAll(AgencyContracts.startFaults("/contractStartsOn", startsOn, today));
    faults.addAll(administrator.faults("/administrator"));
    return faults;
  }
}
