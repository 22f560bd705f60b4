package app.upline.platform.edge;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What a connection may take.
 *
 * @param requestDeadline from the first byte of a request to its last
 * @param readDeadline from there to the first byte of an answer, of what only reads
 * @param changeDeadline and of what changes something, uploads among it
 * @param readerPatience how long a client may take for a little of its answer
 * @param connections how many there are at a time
 * @param connectionsPerAddress and of one address, or network of version 6; our own proxies may
 *     have as many as there are
 * @param strangers how many requests of callers who have not signed in are worked on at a time, for
 *     each operation that is open to them and for all the rest; of one network half of that
 */
@ConfigurationProperties("upline.http")
record EdgeSettings(
    @Bindable(defaultValue = "120s") Duration requestDeadline,
    @Bindable(defaultValue = "30s") Duration readDeadline,
    @Bindable(defaultValue = "5m") Duration changeDeadline,
    @Bindable(defaultValue = "30s") Duration readerPatience,
    @Bindable(defaultValue = "8000") int connections,
    @Bindable(defaultValue = "2000") int connectionsPerAddress,
    @Bindable(defaultValue = "100") int strangers) {
  EdgeSettings {
    if (connections < 1
        || connectionsPerAddress < 1
        || strangers < 1
        || !readerPatience.isPositive()) {
      throw new IllegalArgumentException(
          "upline.http allows at least one connection and some patience");
    }
  }
}
