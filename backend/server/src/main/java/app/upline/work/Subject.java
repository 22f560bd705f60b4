package app.upline.work;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The thing that waits.
 *
 * @param id null where it has none of its own, such as a month
 * @param incidentId of a finding: the incident that it is on
 */
public record Subject(
    SubjectKind kind,
    @Nullable UUID id,
    @Nullable String reference,
    @Nullable YearMonth period,
    @Nullable UUID incidentId) {

  /** A thing with an id and, where it has one, a reference. */
  public static Subject of(SubjectKind kind, UUID id, @Nullable String reference) {
    return new Subject(kind, id, reference, null, null);
  }
}
