package app.upline.platform.edge;

/** Tells callers who show that they have signed in from those who only say so, at little cost. */
@FunctionalInterface
public interface CallerGlance {
  /**
   * Whether it is a token of ours whose time is not over; what it is worth is asked later.
   *
   * @param authorization the value of the header
   */
  boolean isOurs(String authorization);
}
