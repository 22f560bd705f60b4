package app.upline.oversight;

import app.upline.incident.Severity;
import app.upline.incident.ViolationCategory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a carrier's triage, as far as the carrier was told of it.
 *
 * @param priority 1 is most urgent
 * @param repeated among all that the carrier holds, of any agency
 */
public record TriageItem(
    UUID incidentId,
    String incidentReference,
    OrganizationName agency,
    TriageState state,
    int priority,
    Instant receivedAt,
    @Nullable Instant followedUpAt,
    boolean repeated,
    boolean potentialHarm,
    Severity severity,
    ViolationCategory primaryCategory,
    String subjectName,
    @Nullable String subjectNpn,
    @Nullable UUID assigneeId,
    @Nullable String assigneeName,
    @Nullable Conclusion conclusion,
    int version) {

  public List<TriageStep> possible() {
    return TriageStep.from(state);
  }

  String refusal(TriageStep step) {
    return "%s %s and cannot be %s.".formatted(incidentReference, state.is(), step.done());
  }

  /** The same after a step that {@link #possible()} allows. */
  TriageItem after(TriageStep step) {
    if (!possible().contains(step)) {
      throw new IllegalStateException("%s cannot take the step %s".formatted(state, step));
    }
    return with(step.to(state), assigneeId, assigneeName, conclusion);
  }

  TriageItem givenTo(@Nullable UUID id, @Nullable String name) {
    return with(state, id, name, conclusion);
  }

  TriageItem concluded(Conclusion reached) {
    return with(state, assigneeId, assigneeName, reached);
  }

  TriageItem nextVersion() {
    return new TriageItem(
        incidentId,
        incidentReference,
        agency,
        state,
        priority,
        receivedAt,
        followedUpAt,
        repeated,
        potentialHarm,
        severity,
        primaryCategory,
        subjectName,
        subjectNpn,
        assigneeId,
        assigneeName,
        conclusion,
        version + 1);
  }

  private TriageItem with(
      TriageState nextState,
      @Nullable UUID nextAssignee,
      @Nullable String nextName,
      @Nullable Conclusion nextConclusion) {
    return new TriageItem(
        incidentId,
        incidentReference,
        agency,
        nextState,
        priority,
        receivedAt,
        followedUpAt,
        repeated,
        potentialHarm,
        severity,
        primaryCategory,
        subjectName,
        subjectNpn,
        nextAssignee,
        nextName,
        nextConclusion,
        version);
  }
}
