package app.upline.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Links in mail.
 *
 * @param baseUrl the pages they lead to, without a slash at the end
 * @param invitationLife how long an invitation waits
 * @param resetLife how long a link to choose a new password works
 */
@ConfigurationProperties("upline.links")
public record LinkSettings(
    @Bindable(defaultValue = "http://localhost:8080") String baseUrl,
    @Bindable(defaultValue = "7d") Duration invitationLife,
    @Bindable(defaultValue = "1h") Duration resetLife) {}
