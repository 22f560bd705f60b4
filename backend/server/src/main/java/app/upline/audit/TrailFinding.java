package app.upline.audit;

/**
 * Something that is not as it was written.
 *
 * @param from the number of the first event concerned
 * @param to that of the last
 */
public record TrailFinding(Kind kind, long from, long to) {

  /** What is wrong; the codes are those of the contract. */
  public enum Kind {
    /** Events of these numbers are not there. */
    MISSING("are not there"),
    /** An event does not fit its code: it, or the one before it, is not what was written. */
    ALTERED("are not what was written, or do not follow what was"),
    /** The objects of an event are not those that it vouches for. */
    OBJECTS_ALTERED("have other objects than they vouch for"),
    /** An event names a key that is not configured, so nothing can be said of it. */
    UNKNOWN_KEY("name a key that is not configured"),
    /** The trail ends before the number that was given out last. */
    CUT_OFF("were numbered and are not there"),
    /** Events beyond the number that was given out last. */
    UNNUMBERED("are there, and were never numbered"),
    /** A head that was not signed by us, or is another organization's. */
    HEAD_INVALID("are named by a head that is not ours"),
    /** A head that was taken of events which are not there any more. */
    HEAD_BEYOND_END("were there when a head was taken, and are not any more"),
    /** A head that was taken of other events: they were rewritten since. */
    HEAD_DIFFERS("were others when a head was taken"),
    /** The organization is there, and nothing of its trail. */
    TRAIL_MISSING("and all after them are not there, though the organization is"),
    /** No signed head, or no event of the trail, proves where an earlier purge ended. */
    PURGE_UNPROVEN("were purged without a head and an event that prove it");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** A sentence for people. */
  public String sentence() {
    return "%s: events %d to %d %s.".formatted(kind, from, to, kind.words);
  }
}
