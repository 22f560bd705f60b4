package app.upline.publication;

import app.upline.audit.Digest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier tells its agencies.
 *
 * @param body Markdown without HTML
 * @param confirmBy the last day for saying that it was read
 * @param confirmedAt when the agency that looks said so first; null for the carrier
 * @param confirmedByCaller whether the caller did
 */
public record Announcement(
    UUID id,
    UUID carrierId,
    String carrierName,
    String title,
    String body,
    Audience audience,
    boolean confirmationWanted,
    @Nullable LocalDate confirmBy,
    Stored stored,
    @Nullable Instant publishAt,
    @Nullable Instant expiresAt,
    int version,
    Instant changedAt,
    String changedBy,
    @Nullable Instant confirmedAt,
    boolean confirmedByCaller) {

  /** As it is kept. */
  enum Stored {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
  }

  /** As it is seen; the codes are those of the contract. */
  public enum State {
    DRAFT,
    SCHEDULED,
    CURRENT,
    EXPIRED,
    WITHDRAWN
  }

  /** A step; the codes are those of the contract. */
  public enum Step {
    REPLACE,
    PUBLISH,
    WITHDRAW
  }

  /** How it stands at a moment. */
  public State stateAt(Instant now) {
    return switch (stored) {
      case DRAFT -> State.DRAFT;
      case WITHDRAWN -> State.WITHDRAWN;
      case PUBLISHED -> {
        if (expiresAt != null && !now.isBefore(expiresAt)) {
          yield State.EXPIRED;
        }
        yield publishAt != null && publishAt.isAfter(now) ? State.SCHEDULED : State.CURRENT;
      }
    };
  }

  /** What its carrier can do with it. */
  public List<Step> possible() {
    return switch (stored) {
      case DRAFT -> List.of(Step.REPLACE, Step.PUBLISH, Step.WITHDRAW);
      case PUBLISHED -> List.of(Step.WITHDRAW);
      case WITHDRAWN -> List.of();
    };
  }

  String digest() {
    return Digest.of(
        version,
        stored,
        title,
        body,
        audience.kind(),
        new TreeSet<>(audience.levels()).toString(),
        new TreeSet<>(audience.agencyIds()).toString(),
        confirmationWanted,
        confirmBy,
        publishAt,
        expiresAt);
  }
}
