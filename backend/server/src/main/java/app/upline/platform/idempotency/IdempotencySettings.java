package app.upline.platform.idempotency;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long things are waited for and remembered.
 *
 * @param lease after which a request is taken for dead whose server has not said that it lives;
 *     longer than a connection waits for an answer of the database ({@code socketTimeout}), so that
 *     what a server that was cut off had begun cannot be committed any more
 * @param kept how long an answer is remembered
 */
@ConfigurationProperties("upline.idempotency")
record IdempotencySettings(
    @Bindable(defaultValue = "18s") Duration lease,
    @Bindable(defaultValue = "24h") Duration kept) {}
