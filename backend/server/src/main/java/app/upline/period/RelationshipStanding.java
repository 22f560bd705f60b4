package app.upline.period;

import app.upline.agency.ReportingPolicy;
import app.upline.period.ReportingPeriod.Side;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an agency stands with a carrier in telling it of its relationships (42 CFR 422.2274(g)(2)).
 *
 * @param why a sentence for people
 * @param policy in force today where the carrier is
 * @param lastToldAt when it last submitted something that stands
 * @param waiting what is recorded and not submitted; the agency's own affair, null for the carrier
 */
public record RelationshipStanding(
    Side agency,
    Side carrier,
    Status status,
    String why,
    ReportingPolicy policy,
    @Nullable Instant lastToldAt,
    @Nullable Waiting waiting) {

  /** The codes of the contract; what is most urgent for the caller wins. */
  public enum Status {
    OVERDUE,
    RETURNED,
    TO_DISCLOSE,
    DECLARATION_OWED,
    NOTHING_DISCLOSED,
    DISCLOSED
  }

  /**
   * Changes that the carrier was not told of.
   *
   * @param count at most {@link #MOST}
   * @param isCapped whether there are more, and the rest is of the first of them
   * @param oldestKnownOn when the agency knew of the first of them
   * @param toldBy by when the carrier wants it, where it gives so many days
   */
  public record Waiting(
      int count, boolean isCapped, @Nullable LocalDate oldestKnownOn, @Nullable LocalDate toldBy) {

    /** How many are counted. */
    static final int MOST = 1_000;
  }
}
