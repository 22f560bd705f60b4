package app.upline.incident;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.ReportingCalendar;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Dates incidents by the calendars of their carriers, those of many by one look-up. */
@Singleton
final class DueDates {

  private final ReportingCalendar calendars;

  DueDates(ReportingCalendar calendars) {
    this.calendars = calendars;
  }

  /** Dates each of these. */
  Function<RecordedIncident, IncidentView> of(Collection<RecordedIncident> incidents) {
    Map<UUID, CarrierCalendar> known =
        calendars.of(
            incidents.stream()
                .map(recorded -> recorded.incident().details().carrierId())
                .collect(Collectors.toSet()));
    return recorded -> {
      IncidentDetails details = recorded.incident().details();
      return new IncidentView(
          recorded.incident(),
          recorded.standing(),
          known.get(details.carrierId()).due(details.period()));
    };
  }

  IncidentView of(RecordedIncident incident) {
    return of(List.of(incident)).apply(incident);
  }
}
