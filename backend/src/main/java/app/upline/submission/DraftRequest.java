package app.upline.submission;

import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drafted.
 *
 * @param named the records, with {@link SubmissionScope#SELECTED} only
 */
public record DraftRequest(
    SubmissionKind kind, @Nullable UUID carrierId, SubmissionScope scope, List<UUID> named) {

  private static final int MOST = 1_000;

  public DraftRequest {
    named = List.copyOf(named);
  }

  /** Where the records are named. */
  String pointer() {
    return "/" + kind.noun() + "Ids";
  }

  /** What is wrong with it by itself. */
  List<Fault> faults() {
    boolean selecting = scope == SubmissionScope.SELECTED;
    if (selecting && named.isEmpty()) {
      return List.of(
          new Fault(pointer(), "REQUIRED", "Name the " + kind.plural() + " to disclose."));
    }
    if (!selecting && !named.isEmpty()) {
      return List.of(
          new Fault(pointer(), "NOT_EXPECTED", "Records are named with scope SELECTED only."));
    }
    if (named.size() > MOST) {
      return List.of(
          new Fault(
              pointer(),
              "TOO_MANY",
              "Name at most 1,000; the scope FULL takes the whole register."));
    }
    return List.of();
  }
}
