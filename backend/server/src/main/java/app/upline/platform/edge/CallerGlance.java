package app.upline.platform.edge;

/** Tells whoever shows that they have signed in from whoever only says so, at next to no cost. */
@FunctionalInterface
public interface CallerGlance {
  /**
   * Whether it is a token of ours whose time is not over; what it is worth is asked later.
   *
   * @param authorization the value of the header
   */
  boolean isOurs(String authorization);
}
