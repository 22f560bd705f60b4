package app.upline.agency;

import app.upline.identity.CurrentUser;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** On what day something was, where the carrier is: in files for people. */
@Singleton
public final class CarrierDays {

  private final Directory directory;

  CarrierDays(Directory directory) {
    this.directory = directory;
  }

  /** The days of all carriers that the caller knows. */
  public Days of(CurrentUser user) {
    return new Days(
        directory.carriers(user).stream()
            .collect(Collectors.toMap(Carrier::id, Carrier::timeZone)));
  }

  /**
   * @param zones by the carrier; in UTC are those of another
   */
  public record Days(Map<UUID, ZoneId> zones) {

    public Days {
      zones = Map.copyOf(zones);
    }

    public @Nullable LocalDate on(UUID carrierId, @Nullable Instant at) {
      return at == null
          ? null
          : LocalDate.ofInstant(at, zones.getOrDefault(carrierId, ZoneOffset.UTC));
    }
  }
}
