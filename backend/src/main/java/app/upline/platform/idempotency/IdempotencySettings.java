package app.upline.platform.idempotency;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long things are waited for and remembered.
 *
 * @param lease after which a request that has not finished is taken for dead
 * @param longLease the same for requests with transactions of their own
 * @param kept how long an answer is remembered
 */
@ConfigurationProperties("upline.idempotency")
record IdempotencySettings(
    @Bindable(defaultValue = "60s") Duration lease,
    @Bindable(defaultValue = "10m") Duration longLease,
    @Bindable(defaultValue = "24h") Duration kept) {

  Duration leaseOf(KeyedCall call) {
    return call.ownTransaction() ? longLease : lease;
  }
}
