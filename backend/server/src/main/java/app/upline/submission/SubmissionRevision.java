package app.upline.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was, or will be, submitted at one go.
 *
 * @param seal null until it is submitted
 * @param decision null until there is one
 * @param undone the acknowledgements of it that were undone, oldest first, where they are asked for
 */
public record SubmissionRevision(
    int revision,
    ChangeCounts counts,
    @Nullable Seal seal,
    @Nullable Decision decision,
    List<UndoneAcknowledgement> undone) {

  public SubmissionRevision {
    undone = List.copyOf(undone);
  }

  SubmissionRevision with(List<UndoneAcknowledgement> acknowledgements) {
    return new SubmissionRevision(revision, counts, seal, decision, acknowledgements);
  }
}
