package app.upline.incident;

/**
 * When an incident is a repeat: another established one of the same producer, reported to the same
 * carrier, lies on the same day or within the twelve months before. Written here once, as a
 * condition on two rows that have an incident's {@code carrier_id, subject_npn, repeat_basis_date}
 * and {@code substantiated}; that they are of two incidents, and who may compare them, is for the
 * statement to say.
 */
public final class RepeatRule {

  private RepeatRule() {}

  /** The row with the alias {@code later} repeats the one with the alias {@code earlier}. */
  public static String repeats(String later, String earlier) {
    return """
        %2$s.carrier_id = %1$s.carrier_id and %2$s.subject_npn = %1$s.subject_npn and %2$s.substantiated = true
            and %2$s.repeat_basis_date between %1$s.repeat_basis_date - interval 12 month and %1$s.repeat_basis_date\
        """
        .formatted(later, earlier);
  }
}
