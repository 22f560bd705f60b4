package app.upline.platform.idempotency;

/** Who is to answer a request with a key. */
sealed interface Claim {
  /** This one, under this id. */
  record Granted(String id) implements Claim {}

  /** Nobody: it was answered before. */
  record Answered(RememberedAnswer answer) implements Claim {}

  /**
   * Somebody is at it.
   *
   * @param retryAfter in how many seconds to ask again
   */
  record InFlight(int retryAfter) implements Claim {}

  /** Nobody: the key belongs to another request. */
  record KeyReused() implements Claim {}
}
