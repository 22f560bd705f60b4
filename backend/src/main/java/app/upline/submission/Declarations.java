package app.upline.submission;

import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.identity.CurrentUser;
import app.upline.relationship.DisclosableRegister;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Whether a submission without items may be. Some carriers want to be told that there are no
 * relationships, others want no report where there is nothing to report.
 */
@Singleton
final class Declarations {

  private final Directory directory;
  private final DisclosableRegister register;
  private final PinnedItems items;

  Declarations(Directory directory, DisclosableRegister register, PinnedItems items) {
    this.directory = directory;
    this.register = register;
    this.items = items;
  }

  /** Why not; empty when it may be. */
  Optional<String> refusal(CurrentUser user, Submission submission) {
    if (items.count(submission.id(), submission.revision()) > 0) {
      return Optional.empty();
    }
    Carrier carrier = directory.carrier(user, submission.carrier().id()).orElseThrow();
    if (!carrier.policy().noRelationshipsDeclarationWanted()) {
      return Optional.of(
          "%s has received every relationship in its newest revision, and wants no report where there is nothing to report."
              .formatted(carrier.name()));
    }
    return register.hasActive(user)
        ? Optional.of(
            "There are active relationships, so %s cannot be told that there are none; it has received each in its newest revision, or the draft needs a refresh."
                .formatted(carrier.name()))
        : Optional.empty();
  }
}
