package app.upline.platform.idempotency;

import java.util.UUID;

/** Who is to answer a request with a key. */
sealed interface IdempotencyLock {
  /** This one, under this id. */
  record Granted(UUID id) implements IdempotencyLock {}

  /** None: it was answered before. */
  record Answered(RememberedAnswer answer) implements IdempotencyLock {}

  /**
   * Another one, which is still at it.
   *
   * @param retryAfter in how many seconds to ask again
   */
  record InFlight(int retryAfter) implements IdempotencyLock {}

  /** None: the key belongs to another request. */
  record KeyReused() implements IdempotencyLock {}
}
