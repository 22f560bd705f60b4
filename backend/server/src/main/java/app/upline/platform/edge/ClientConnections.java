package app.upline.platform.edge;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All connections: so many at a time, so many of one address, and so much memory for answers that
 * clients have not taken. Where there are too many, those that do nothing make room, then those
 * whose client takes nothing; only then is a new one refused.
 */
@Singleton
final class ClientConnections {
  private static final Logger LOG = LoggerFactory.getLogger(ClientConnections.class);

  /** A connection whose client has taken nothing for so long may be ended to make room. */
  private static final long STANDING = TimeUnit.SECONDS.toNanos(2);

  private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);
  private static final int ANSWERS = 4;
  private static final int BODIES = 8;

  private final EdgeSettings settings;
  private final Set<ClientConnection> all = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> ofNetwork = new ConcurrentHashMap<>();
  private final ReentrantLock makingRoom = new ReentrantLock();
  private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - BETWEEN_LINES);
  private final Budget answers;
  private final Budget bodies;

  ClientConnections(EdgeSettings settings) {
    this.settings = settings;
    long memory = Runtime.getRuntime().maxMemory();
    answers = new Budget(memory / ANSWERS);
    bodies = new Budget(memory / BODIES);
  }

  /** The memory for bodies that are on their way in. */
  Budget bodies() {
    return bodies;
  }

  /**
   * Takes in a connection.
   *
   * @param counted whether its address is one client's, and not a proxy's of our own
   * @return whether it may be
   */
  boolean admit(ClientConnection connection, boolean counted) {
    if (counted
        && ofNetwork.getOrDefault(connection.network(), 0) >= settings.connectionsPerAddress()
        && !makeRoom(other -> other.network().equals(connection.network()))) {
      tell("An address has too many connections, all of them busy: another is refused");
      return false;
    }
    if (all.size() >= settings.connections() && !makeRoom(other -> true)) {
      tell("There are too many connections, all of them busy: another is refused");
      return false;
    }
    all.add(connection);
    ofNetwork.merge(connection.network(), 1, Integer::sum);
    connection.whenClosed(() -> forget(connection));
    return true;
  }

  /** Memory of an answer is held until its client takes it. */
  void hold(long bytes) {
    if (bytes > 0 && answers.overdraw(bytes) > 0) {
      endLongestStanding();
    }
  }

  void letGo(long bytes) {
    answers.giveBack(bytes);
  }

  private void forget(ClientConnection connection) {
    all.remove(connection);
    ofNetwork.computeIfPresent(connection.network(), (network, n) -> n > 1 ? n - 1 : null);
  }

  private boolean makeRoom(Predicate<ClientConnection> among) {
    Optional<ClientConnection> resting =
        all.stream()
            .filter(among)
            .filter(other -> other.turn.isResting())
            .min(Comparator.comparingLong(other -> other.turn.restingSince()));
    long since = System.nanoTime() - STANDING;
    return resting
        .or(
            () ->
                all.stream()
                    .filter(among)
                    .filter(other -> other.isStanding() && other.standingSince() - since < 0)
                    .min(Comparator.comparingLong(ClientConnection::standingSince)))
        .map(ClientConnection::end)
        .orElse(false);
  }

  /** One at a time: the others' memory is on its way back already. */
  private void endLongestStanding() {
    if (!makingRoom.tryLock()) {
      return;
    }
    try {
      long excess = answers.overdraw(0);
      for (ClientConnection connection :
          all.stream()
              .filter(other -> other.held() > 0)
              .sorted(Comparator.comparingLong(ClientConnection::standingSince))
              .toList()) {
        if (excess <= 0) {
          break;
        }
        long held = connection.held();
        if (connection.end()) {
          excess -= held;
        }
      }
      tell("Clients do not take their answers: those who stood still longest are cut off");
    } finally {
      makingRoom.unlock();
    }
  }

  private void tell(String line) {
    long now = System.nanoTime();
    long last = lastLine.get();
    if (now - last >= BETWEEN_LINES && lastLine.compareAndSet(last, now)) {
      LOG.warn("{}; there are {} connections", line, all.size());
    }
  }
}
