package app.upline.submission;

import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the agency has to say for itself: sealed with the submission and shown to the carrier.
 *
 * @param late why what comes late comes late
 * @param freeText why free text may hold what looks like personal data
 */
public record Reasons(@Nullable String late, @Nullable String freeText) {

  static final Reasons NONE = new Reasons(null, null);

  public Reasons {
    late = ReasonText.tidy(late);
    freeText = ReasonText.tidy(freeText);
  }

  List<Fault> faults() {
    return Stream.of(
            ReasonText.faultOfLength("/lateReason", late, false),
            ReasonText.faultOfLength("/freeTextReason", freeText, false))
        .flatMap(Optional::stream)
        .toList();
  }
}
