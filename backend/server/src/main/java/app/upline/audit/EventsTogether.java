package app.upline.audit;

import app.upline.platform.persistence.DatabaseFailure;
import app.upline.platform.share.UsedUpShare;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * Events of one organization that are to be written in the same moment share a transaction (ADR
 * 45). The first to come is written at once. Those that come meanwhile wait; then the first of them
 * writes all of them. Each returns when its own event is committed, and fails when it is not.
 */
final class EventsTogether {

  /** Keeps each transaction short. */
  static final int MOST = 64;

  private final Consumer<List<Occurrence>> transaction;

  /** Of each organization of which somebody is writing: who waits. */
  private final ConcurrentMap<UUID, Deque<Waiting>> lines = new ConcurrentHashMap<>();

  /**
   * @param transaction writes events of one organization, all or none
   */
  EventsTogether(Consumer<List<Occurrence>> transaction) {
    this.transaction = transaction;
  }

  private enum Turn {
    /** To write what waits. */
    WRITES,
    /** Another one has written it. */
    WRITTEN,
    /** To write it without the others, since together it could not be. */
    WRITES_ALONE
  }

  private record Waiting(Occurrence occurrence, CompletableFuture<Turn> turn) {}

  void write(Occurrence occurrence) {
    Waiting one = new Waiting(occurrence, new CompletableFuture<>());
    lines.compute(
        occurrence.organizationId(),
        (organization, line) -> {
          if (line == null) {
            one.turn().complete(Turn.WRITES);
            return new ArrayDeque<>();
          }
          line.add(one);
          return line;
        });
    switch (turnOf(one)) {
      case WRITES -> writeAll(one);
      case WRITES_ALONE -> transaction.accept(List.of(occurrence));
      case WRITTEN -> {}
    }
  }

  private static Turn turnOf(Waiting one) {
    try {
      return one.turn().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private void writeAll(Waiting first) {
    UUID organizationId = first.occurrence().organizationId();
    List<Waiting> others = take(organizationId, MOST - 1);
    List<Occurrence> all = new ArrayList<>(List.of(first.occurrence()));
    others.forEach(one -> all.add(one.occurrence()));
    boolean isWritten = false;
    try {
      transaction.accept(all);
      isWritten = true;
      others.forEach(one -> one.turn().complete(Turn.WRITTEN));
    } catch (RuntimeException failure) {
      if (DatabaseFailure.isPassing(failure) || UsedUpShare.isOfOrganization(failure)) {
        // What comes later would only wait for the same.
        fail(others, failure);
        fail(take(organizationId, Integer.MAX_VALUE), failure);
        throw failure;
      }
      if (others.isEmpty()) {
        // Its own fault: whoever came meanwhile is none the worse for it.
        throw failure;
      }
      others.forEach(one -> one.turn().complete(Turn.WRITES_ALONE));
    } catch (Error failure) {
      fail(others, new IllegalStateException("An event was to be written with others", failure));
      throw failure;
    } finally {
      passOn(organizationId);
    }
    if (!isWritten) {
      transaction.accept(List.of(first.occurrence()));
    }
  }

  private static void fail(List<Waiting> those, RuntimeException failure) {
    those.forEach(one -> one.turn().completeExceptionally(failure));
  }

  private List<Waiting> take(UUID organizationId, int most) {
    List<Waiting> taken = new ArrayList<>();
    lines.computeIfPresent(
        organizationId,
        (organization, line) -> {
          while (!line.isEmpty() && taken.size() < most) {
            taken.add(line.poll());
          }
          return line;
        });
    return taken;
  }

  private void passOn(UUID organizationId) {
    lines.computeIfPresent(
        organizationId,
        (organization, line) -> {
          Waiting next = line.poll();
          if (next == null) {
            return null;
          }
          next.turn().complete(Turn.WRITES);
          return line;
        });
  }
}
