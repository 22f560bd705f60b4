package app.upline.submission;

import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drafted.
 *
 * @param relationshipIds with {@link SubmissionScope#SELECTED} only
 */
public record DraftRequest(
    @Nullable UUID carrierId, SubmissionScope scope, List<UUID> relationshipIds) {

  private static final int MOST = 1_000;
  private static final String IDS = "/relationshipIds";

  public DraftRequest {
    relationshipIds = List.copyOf(relationshipIds);
  }

  /** What is wrong with it by itself. */
  List<Fault> faults() {
    boolean selecting = scope == SubmissionScope.SELECTED;
    if (selecting && relationshipIds.isEmpty()) {
      return List.of(new Fault(IDS, "REQUIRED", "Name the relationships to disclose."));
    }
    if (!selecting && !relationshipIds.isEmpty()) {
      return List.of(
          new Fault(IDS, "NOT_EXPECTED", "Relationships are named with scope SELECTED only."));
    }
    if (relationshipIds.size() > MOST) {
      return List.of(
          new Fault(
              IDS, "TOO_MANY", "Name at most 1,000; the scope FULL takes the whole register."));
    }
    return List.of();
  }
}
