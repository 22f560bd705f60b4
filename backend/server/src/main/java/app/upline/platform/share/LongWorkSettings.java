package app.upline.platform.share;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much long work is done at a time by this instance.
 *
 * @param atOnce how many files, and as many other pieces of long work, are worked on at a time;
 *     unless said, one less than there are processors, at least two, and a quarter of the
 *     connections at most
 * @param perOrganization how many of them of one organization; unless said, half of all
 * @param places how many requests of one organization may be under way, waiting ones and downloads
 *     that are being sent among them
 * @param allPlaces the same of all organizations together
 * @param patience how long a request waits for its turn
 */
@ConfigurationProperties("upline.long-work")
record LongWorkSettings(
    @io.micronaut.core.annotation.Nullable @Nullable Integer atOnce,
    @io.micronaut.core.annotation.Nullable @Nullable Integer perOrganization,
    @Bindable(defaultValue = "8") int places,
    @Bindable(defaultValue = "100") int allPlaces,
    @Bindable(defaultValue = "30s") Duration patience) {

  private static final int FEWEST = 2;

  LongWorkSettings {
    if ((atOnce != null && atOnce < 1)
        || (perOrganization != null && perOrganization < 1)
        || places < 1
        || allPlaces < places
        || patience.isNegative()) {
      throw new IllegalArgumentException(
          "upline.long-work lets every organization do at least one thing");
    }
  }

  /**
   * How many at a time.
   *
   * @param connections how many there are to the database: what is short needs some of them too
   */
  int atOnce(int processors, int connections) {
    int most = Math.max(1, connections / 4);
    return atOnce != null ? atOnce : Math.min(Math.max(FEWEST, processors - 1), most);
  }

  int perOrganization(int all) {
    return Math.min(all, perOrganization != null ? perOrganization : Math.max(1, all / 2));
  }
}
