package app.upline.incident;

import app.upline.relationship.UsState;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agency knows of one incident, and what it did about it: the content of a revision. Made
 * only from a draft that {@link IncidentRules} found faultless.
 *
 * @param carrierId the carrier concerned
 * @param incidentDate null when it is not known
 * @param incidentDateUnknown true when it is not known, else null
 * @param beneficiaryReference an application or confirmation number; never a name or an MBI
 * @param citation the requirement breached
 * @param severity the default of the categories unless the agency chose another
 * @param lateReason why it is reported after its due date
 * @param attachments files that are evidence, in the order in which they were added
 * @param voidReason why it was voided, having been recorded by mistake; null while it stands
 */
@Serdeable.Deserializable
public record IncidentDetails(
    @Nullable String ownReference,
    UUID carrierId,
    IncidentKind kind,
    boolean beneficiaryInteraction,
    Subject subject,
    @Nullable LocalDate incidentDate,
    @Nullable Boolean incidentDateUnknown,
    LocalDate discoveryDate,
    UsState state,
    ContactChannel channel,
    IncidentSource source,
    @Nullable String ctmNumber,
    @Nullable Plan plan,
    @Nullable String beneficiaryReference,
    int beneficiariesAffected,
    ViolationCategory primaryCategory,
    List<ViolationCategory> furtherCategories,
    @Nullable String categoryOther,
    @Nullable String citation,
    String description,
    boolean potentialHarm,
    boolean enrollmentAffected,
    Severity severity,
    Investigation investigation,
    @Nullable Evidence evidence,
    @Nullable String lateReason,
    List<DisciplinaryAction> disciplinaryActions,
    List<Attachment> attachments,
    @Nullable String voidReason) {

  public IncidentDetails {
    furtherCategories = present(furtherCategories);
    disciplinaryActions = present(disciplinaryActions);
    attachments = present(attachments);
    plan = plan == null ? Plan.NONE : plan;
    evidence = evidence == null ? Evidence.NONE : evidence;
  }

  /** Never null; the stored JSON leaves an empty group out. */
  @Override
  public Plan plan() {
    return Objects.requireNonNull(plan);
  }

  /** Never null. */
  @Override
  public Evidence evidence() {
    return Objects.requireNonNull(evidence);
  }

  /** The stored JSON leaves empty lists out. */
  static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** The month in which it became known: the report it belongs to. */
  public YearMonth period() {
    return YearMonth.from(discoveryDate);
  }

  /** The day by which repeats are counted. */
  public LocalDate repeatBasisDate() {
    return incidentDate == null ? discoveryDate : incidentDate;
  }

  /** All categories, the primary one first. */
  public List<ViolationCategory> categories() {
    return Stream.concat(Stream.of(primaryCategory), furtherCategories.stream()).toList();
  }

  /** Whether it was recorded by mistake, and counts nowhere. */
  public boolean isVoided() {
    return voidReason != null;
  }

  /**
   * The same, voided or not.
   *
   * @param reason null to take the voiding back
   */
  IncidentDetails voided(@Nullable String reason) {
    return new IncidentDetails(
        ownReference,
        carrierId,
        kind,
        beneficiaryInteraction,
        subject,
        incidentDate,
        incidentDateUnknown,
        discoveryDate,
        state,
        channel,
        source,
        ctmNumber,
        plan,
        beneficiaryReference,
        beneficiariesAffected,
        primaryCategory,
        furtherCategories,
        categoryOther,
        citation,
        description,
        potentialHarm,
        enrollmentAffected,
        severity,
        investigation,
        evidence,
        lateReason,
        disciplinaryActions,
        attachments,
        reason);
  }

  /** Founded, or acted on: later ones of the same producer are repeats. */
  public boolean isSubstantiated() {
    return !isVoided() && hasConsequence();
  }

  private boolean hasConsequence() {
    return investigation.outcome() == InvestigationOutcome.FOUNDED
        || disciplinaryActions.stream().anyMatch(DisciplinaryAction::counts);
  }

  public boolean hasForCauseTermination() {
    return !isVoided()
        && disciplinaryActions.stream().anyMatch(DisciplinaryAction::isForCauseTermination);
  }
}
