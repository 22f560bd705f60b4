package app.upline.testing.nasty;

/** How a request is odd. */
public enum Oddity {
  /** Right as far as the contract tells. */
  NONE,
  /** Accents, look-alikes, full width, invisible, right-to-left, pictures, control characters. */
  TEXT,
  /** Something else than what the contract says: a list, a number, nothing. */
  TYPE,
  /** As long, as many or as much as may be; one more, one less. */
  BOUND,
  /** Numbers beyond what programs and databases hold. */
  NUMBER,
  /** Days and moments that there are not, or that no database holds. */
  MOMENT,
  /** Cursors that are forged, cut, or of another list. */
  CURSOR,
  /** Files that are none of those wanted. */
  FILE,
  /** Something is missing. */
  MISSING,
  /** Something is there that the contract does not know. */
  UNKNOWN
}
