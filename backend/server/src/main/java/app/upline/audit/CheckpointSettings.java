package app.upline.audit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When checkpoints are taken, and where they go as they are made.
 *
 * @param every how long one is waited for while chains go on
 * @param events after so many it is not waited for
 * @param file to which each is appended as a line
 * @param mailTo addresses that are mailed
 * @param mailEvery how long mail waits for more of them
 * @param syslog {@code tcp://host:port} or {@code tls://host:port}
 * @param command a program and its arguments, that gets each on its standard input
 */
@ConfigurationProperties("upline.audit.checkpoints")
public record CheckpointSettings(
    @Bindable(defaultValue = "5m") Duration every,
    @Bindable(defaultValue = "1000") long events,
    @Nullable Path file,
    @Nullable List<String> mailTo,
    @Bindable(defaultValue = "1h") Duration mailEvery,
    @Nullable String syslog,
    @Nullable List<String> command) {}
