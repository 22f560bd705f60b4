package app.upline.audit;

import app.upline.platform.persistence.LostTransactions;
import app.upline.platform.persistence.WriteGuard;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where features say what they did. What is said inside a transaction becomes one event, written as
 * the last thing before its commit: there is no change without its event, and no event of a change
 * that was taken back.
 */
@Singleton
public final class AuditTrail implements WriteGuard {

  private final TransactionOperations<Connection> transactions;

  /** Asked for late: it writes by the database that this guards. */
  private final BeanProvider<AuditChain> chain;

  private final EventsTogether together = new EventsTogether(this::write);

  private final Map<Connection, PendingEvent> pending =
      Collections.synchronizedMap(new IdentityHashMap<>());

  AuditTrail(TransactionOperations<Connection> transactions, BeanProvider<AuditChain> chain) {
    this.transactions = transactions;
    this.chain = chain;
  }

  /**
   * Says that an object was changed, in the transaction of the change.
   *
   * @param kind the thing in lower case, such as {@code relationship}
   * @param reference what people call it
   * @param before the digest of what it was ({@link Digest#of}), null when it is new
   * @param after the digest of what it is now, null when it is gone
   */
  public void changed(
      String kind,
      UUID id,
      @Nullable String reference,
      @Nullable String before,
      @Nullable String after) {
    changed(List.of(new AuditedObject(kind, id, reference, before, after)));
  }

  /** The same of many at once: one event with all of them. */
  public void changed(List<AuditedObject> objects) {
    pending()
        .orElseThrow(() -> new IllegalStateException("A change is audited inside its transaction"))
        .add(objects);
  }

  /**
   * Lets the trail of another organization tell of the same change, as an event of the service.
   *
   * @param note what that organization may know of it
   */
  public void alsoFor(UUID organizationId, String note, List<AuditedObject> objects) {
    pending()
        .orElseThrow(() -> new IllegalStateException("A change is audited inside its transaction"))
        .tellElsewhere(organizationId, note, objects);
  }

  /** Says what a reading operation showed, where its address does not say it. */
  public void read(String kind, UUID id, @Nullable String reference) {
    Operation.current()
        .ifPresent(operation -> operation.read(new AuditedObject(kind, id, reference, null, null)));
  }

  /** Adds the reason that the caller gave to the event of the operation at hand. */
  public void because(String reason) {
    Operation.current().ifPresent(operation -> operation.note(reason));
  }

  /** Says who it is where the request itself does not, such as a person who is signing in. */
  public void by(Actor actor) {
    Operation.current().ifPresent(operation -> operation.actor(actor));
  }

  /**
   * Performs a job or a command in the service's own name.
   *
   * @param operation what the trail calls it, such as {@code purge}
   * @param organizationId whose chain it belongs to, {@link Actor#NO_ORGANIZATION} for none
   */
  public <T> T system(String operation, UUID organizationId, Supplier<T> work) {
    try (PropagatedContext.Scope scope =
        PropagatedContext.getOrEmpty()
            .plus(Operation.system(operation, organizationId))
            .propagate()) {
      return work.get();
    }
  }

  /**
   * Goes on with an operation after its request was answered, in the name of its caller.
   *
   * @param operation its {@code operationId}
   */
  public <T> T onBehalf(Actor actor, String operation, Supplier<T> work) {
    try (PropagatedContext.Scope scope =
        PropagatedContext.getOrEmpty()
            .plus(new Operation(operation, true, null, null, null, Map.of(), () -> actor))
            .propagate()) {
      return work.get();
    }
  }

  /**
   * Writes the event of an operation that changed nothing, in a transaction of its own, or of such
   * events of the same organization and moment. It is committed when this returns.
   */
  public void record(Operation operation, int status) {
    record(operation, EventOutcome.of(status), status);
  }

  /** The same of an operation whose outcome its status does not tell, such as a file cut short. */
  public void record(Operation operation, EventOutcome outcome, int status) {
    Occurrence occurrence = Occurrence.of(operation, outcome, status, operation.objects());
    if (transactions.findTransactionStatus().isPresent()) {
      write(List.of(occurrence));
    } else {
      together.write(occurrence);
      operation.recorded();
    }
  }

  /** Writes events of one organization in one transaction. */
  private void write(List<Occurrence> occurrences) {
    LostTransactions.again(
        () ->
            transactions.executeWrite(
                transaction -> {
                  pendingIn(transaction, occurrences.getFirst().operation()).append(occurrences);
                  return null;
                }));
  }

  @Override
  public void writing(String table) {
    Operation.current()
        .filter(Operation::isChanging)
        .filter(operation -> !OwnMemory.TABLES.contains(table))
        .flatMap(operation -> pending())
        .ifPresent(PendingEvent::wrote);
  }

  @Override
  public Runnable beforeTakingBack() {
    return pending().map(PendingEvent::beforeTakingBack).orElse(() -> {});
  }

  /** What has been said in the transaction at hand; empty where there is none. */
  private Optional<PendingEvent> pending() {
    return transactions
        .findTransactionStatus()
        .map(TransactionStatus.class::cast)
        .map(status -> pendingIn(status, Operation.current().orElseGet(Operation::unattended)));
  }

  private PendingEvent pendingIn(TransactionStatus<?> status, Operation operation) {
    Connection connection = (Connection) status.getConnection();
    PendingEvent known = pending.get(connection);
    if (known != null) {
      return known;
    }
    PendingEvent begun = new PendingEvent(chain.get(), operation);
    pending.put(connection, begun);
    status.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            begun.appendIfNeeded();
          }

          @Override
          public void afterCompletion(Status outcome) {
            pending.remove(connection);
            begun.ended(outcome == Status.COMMITTED);
          }
        });
    return begun;
  }
}
