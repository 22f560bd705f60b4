package app.upline.submission;

import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the attester confirms.
 *
 * @param reasons kept with the submission, and shown to the carrier
 * @param title the attester's title in the agency; kept without surplus spaces
 */
public record AttestationRequest(
    @Nullable String wordingVersion, @Nullable String title, boolean accepted, Reasons reasons) {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;

  public AttestationRequest {
    title = title == null ? null : Words.tidy(title);
  }

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (wordingVersion == null) {
      faults.add(
          new Fault(
              "/wordingVersion", "REQUIRED", "Enter the version of the wording that you read."));
    }
    if (title == null || title.length() < SHORTEST || title.length() > LONGEST) {
      faults.add(
          new Fault("/title", "LENGTH", "The attester's title is 2 to 100 characters long."));
    }
    if (title != null) {
      PersonalNumbers.fault("/title", title).ifPresent(faults::add);
    }
    if (!accepted) {
      faults.add(
          new Fault(
              "/accepted", "NOT_ACCEPTED", "Without the attestation nothing can be submitted."));
    }
    faults.addAll(reasons.faults());
    return faults;
  }
}
