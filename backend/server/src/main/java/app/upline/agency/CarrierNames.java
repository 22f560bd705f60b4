package app.upline.agency;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** What carriers were called, day by day. In a transaction. */
@Singleton
final class CarrierNames {

  private final ProfileRows profiles;
  private final Clock clock;

  CarrierNames(ProfileRows profiles, Clock clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  /** Called otherwise from today on. */
  void renamed(UUID carrierId, CarrierRow before, String name) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate entered = LocalDate.ofInstant(before.createdAt(), ZoneOffset.UTC);
    if (!profiles.isAnyOf(carrierId)) {
      save(carrierId, entered.isBefore(today) ? entered : today.minusDays(1), before.name());
    }
    profiles.remove(carrierId, today);
    save(carrierId, today, name);
  }

  private void save(UUID carrierId, LocalDate from, String name) {
    Instant now = clock.instant();
    profiles.save(new ProfileRow(carrierId, from, name, null, null, null, false, now, null, null));
  }
}
