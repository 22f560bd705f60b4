package app.upline.audit;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what anyone could send any number of, instead of chaining it: requests of unknown callers,
 * and refused attempts at the accounts of an organization beyond the first of an hour. Per hour and
 * server there is a bounded number of counts; the surplus goes into one of them. They are in memory
 * for a few seconds, and in the database for ninety days.
 */
@Singleton
public final class StrangerCounts {

  /** So many attempts at one organization are told one by one in an hour, each as an event. */
  static final int TOLD_IN_AN_HOUR = 30;

  /** So many counts there are in an hour; then networks are not told apart, then nothing is. */
  static final int MOST_IN_AN_HOUR = 200;

  private static final Logger LOG = LoggerFactory.getLogger(StrangerCounts.class);
  private static final String ALL = "*";

  private static final String ADD =
      """
      insert into anonymous_request_count (counted_from, operation, status, network, organization_id, requests, last_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on duplicate key update requests = requests + values(requests), last_at = values(last_at)
      """;

  private final Database database;
  private final Clock clock;

  private Map<Key, Count> waiting = new HashMap<>();
  private final Map<Key, Boolean> known = new HashMap<>();
  private final Map<UUID, AtomicInteger> told = new HashMap<>();
  private Instant hour = Instant.EPOCH;

  StrangerCounts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Key(
      Instant hour, String operation, int status, String network, UUID organizationId) {}

  private record Count(long requests, Instant lastAt) {
    Count and(Count more) {
      return new Count(requests + more.requests, more.lastAt);
    }
  }

  /**
   * Whether an attempt of a stranger at this organization is still one of those that are told one
   * by one.
   */
  public synchronized boolean isStillTold(UUID organizationId) {
    turnTheHour();
    return told.computeIfAbsent(organizationId, id -> new AtomicInteger()).incrementAndGet()
        <= TOLD_IN_AN_HOUR;
  }

  /**
   * Counts one.
   *
   * @param organizationId whose account was tried; {@link Actor#NO_ORGANIZATION} where no one's was
   */
  public synchronized void count(
      String operation, int status, String network, UUID organizationId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    turnTheHour();
    Key key = new Key(hour, operation, status, network, organizationId);
    if (!fits(key)) {
      key = new Key(hour, operation, status, ALL, Actor.NO_ORGANIZATION);
    }
    if (!fits(key)) {
      key = new Key(hour, ALL, 0, ALL, Actor.NO_ORGANIZATION);
    }
    known.put(key, true);
    waiting.merge(key, new Count(1, now), Count::and);
  }

  /** The last part is for counts of all networks: there are as many as operations and statuses. */
  private boolean fits(Key key) {
    int most = key.network().equals(ALL) ? 2 * MOST_IN_AN_HOUR : MOST_IN_AN_HOUR;
    return known.containsKey(key) || known.size() < most;
  }

  private void turnTheHour() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (!now.equals(hour)) {
      hour = now;
      known.clear();
      told.clear();
    }
  }

  /** Puts into the database what has been counted since the last time. */
  @Scheduled(fixedDelay = "${upline.audit.strangers.every:10s}")
  @PreDestroy
  public void flush() {
    Map<Key, Count> some = taken();
    try {
      some.forEach(this::add);
    } catch (RuntimeException e) {
      LOG.warn("{} counts of strangers' requests could not be kept", some.size());
    }
  }

  private synchronized Map<Key, Count> taken() {
    Map<Key, Count> some = waiting;
    waiting = new HashMap<>();
    return some;
  }

  private void add(Key key, Count count) {
    database.writing(
        () ->
            database.update(
                Sql.of(
                    ADD,
                    key.hour(),
                    key.operation(),
                    key.status(),
                    key.network(),
                    key.organizationId(),
                    count.requests(),
                    count.lastAt())));
  }
}
