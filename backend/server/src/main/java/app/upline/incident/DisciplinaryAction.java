package app.upline.incident;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done because of an incident; part of the incident's revisions.
 *
 * @param id issued by us, the same through all revisions
 * @param explanation the reason when none was warranted, what it was when it is another
 * @param forCause whether the conduct itself was the ground
 * @param amountWithheld US dollars, two decimal places
 * @param amountChargedBack US dollars, two decimal places
 */
@Serdeable.Deserializable
public record DisciplinaryAction(
    UUID id,
    DisciplineType type,
    @Nullable String explanation,
    DisciplineTakenBy takenBy,
    LocalDate decisionDate,
    @Nullable LocalDate effectiveDate,
    @Nullable LocalDate endDate,
    boolean forCause,
    @Nullable Retraining retraining,
    @Nullable BigDecimal amountWithheld,
    @Nullable BigDecimal amountChargedBack,
    DisciplineStatus status) {

  private static final Set<DisciplineType> TERMINATIONS =
      Set.of(
          DisciplineType.TERMINATED_FOR_CAUSE,
          DisciplineType.APPOINTMENT_TERMINATED,
          DisciplineType.CONTRACT_TERMINATED,
          DisciplineType.VENDOR_CONTRACT_ENDED);

  public DisciplinaryAction {
    retraining = retraining == null ? Retraining.NONE : retraining;
  }

  /** Never null; the stored JSON leaves an empty group out. */
  @Override
  public Retraining retraining() {
    return Objects.requireNonNull(retraining);
  }

  /** Whether something was done, and not taken back. */
  public boolean counts() {
    return type != DisciplineType.NONE_WARRANTED && status != DisciplineStatus.RESCINDED;
  }

  /** Whether it puts the subject on the carrier's list for CMS and the state. */
  public boolean isForCauseTermination() {
    return counts() && forCause && TERMINATIONS.contains(type);
  }
}
