package app.upline.platform.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * What stands in front of the service.
 *
 * @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) of our own proxies, whose {@code
 *     X-Forwarded-For} is believed; none unless configured
 */
@ConfigurationProperties("upline.http")
record ProxySettings(@Bindable(defaultValue = "") List<String> trustedProxies) {
  ProxySettings {
    trustedProxies = trustedProxies.stream().filter(network -> !network.isBlank()).toList();
  }
}
