package app.upline.sheet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How uploads are taken in.
 *
 * @param waitedForBytes how large a file may be that is taken in while its sender waits
 * @param jobs how many larger ones this server takes in at a time
 * @param believed how long a server that takes one in is believed to live and does not say so
 */
@ConfigurationProperties("upline.uploads")
public record UploadSettings(
    @Bindable(defaultValue = "1048576") long waitedForBytes,
    @Bindable(defaultValue = "2") int jobs,
    @Bindable(defaultValue = "30s") Duration believed) {}
