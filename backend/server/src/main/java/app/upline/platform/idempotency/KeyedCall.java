package app.upline.platform.idempotency;

import java.util.UUID;

/**
 * A request with a key, reduced to what tells it from others.
 *
 * @param userId whose key it is: keys of different people have nothing to do with each other
 * @param operation the operation of the contract
 * @param requestSha256 over everything else that the caller sent for this operation
 */
record KeyedCall(
    UUID userId, String key, String operation, String requestSha256, boolean ownTransaction) {

  boolean isSameRequestAs(RememberedRequest other) {
    return operation.equals(other.operation()) && requestSha256.equals(other.requestSha256());
  }
}
