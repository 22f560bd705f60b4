package app.upline.incident;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.Directory;
import app.upline.agency.ReportingCalendar;
import app.upline.platform.fields.Draft;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Which carriers an agency reports to, and which day it is where each of them is. */
@Singleton
final class CarrierDueDays {

  private final Directory directory;
  private final ReportingCalendar calendars;
  private final Clock clock;

  CarrierDueDays(Directory directory, ReportingCalendar calendars, Clock clock) {
    this.directory = directory;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** For any number of incidents of the agency. */
  Days of(UUID agencyId) {
    return new Days(
        calendars.of(directory.contractedCarriers(agencyId)),
        directory.contractEnds(agencyId),
        clock);
  }

  /** The calendars of the carriers that an agency has a contract with. */
  record Days(
      Map<UUID, CarrierCalendar> calendars, Map<UUID, LocalDate> contractEnds, Clock clock) {

    /**
     * Faults a carrier that is none of the agency's, and a new incident that was discovered after
     * the contract had ended: that is owed to the carrier no more.
     */
    void requireContract(IncidentDraft draft, boolean isNew) {
      Draft<IncidentDetails> incident = draft.incident();
      UUID carrier = incident.get(IncidentFields.CARRIER);
      if (carrier != null && !calendars.containsKey(carrier)) {
        incident.fault(
            IncidentFields.CARRIER,
            "UNKNOWN_CARRIER",
            "Your agency has no contract with a carrier of this id.");
      }
      LocalDate ended = carrier == null ? null : contractEnds.get(carrier);
      LocalDate discovered = incident.get(IncidentFields.DISCOVERY_DATE);
      if (isNew && ended != null && discovered != null && discovered.isAfter(ended)) {
        incident.fault(
            IncidentFields.CARRIER,
            "CONTRACT_ENDED",
            "The contract with this carrier ended on %s, before this was discovered."
                .formatted(ended));
      }
    }

    /** Today where the carrier concerned is; where that is not known, in UTC. */
    LocalDate today(IncidentDraft draft) {
      UUID carrier = draft.incident().get(IncidentFields.CARRIER);
      CarrierCalendar calendar = carrier == null ? null : calendars.get(carrier);
      return LocalDate.ofInstant(
          clock.instant(), calendar == null ? ZoneOffset.UTC : calendar.timeZone());
    }
  }
}
