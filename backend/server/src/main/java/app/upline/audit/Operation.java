package app.upline.audit;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The operation of the contract that is being performed, or a command or job: it travels with the
 * request, so that whatever is written on its behalf can be told of it.
 */
public final class Operation implements PropagatedContextElement {

  private final String id;
  private final boolean changing;
  private final @Nullable UUID requestId;
  private final @Nullable String source;
  private final @Nullable AuditedObject subject;
  private final Map<String, String> parameters;
  private final Supplier<Actor> caller;

  private final List<AuditedObject> read = new ArrayList<>();
  private @Nullable Actor actor;
  private @Nullable String note;
  private boolean recorded;

  /**
   * An operation that begins.
   *
   * @param id its {@code operationId}
   * @param changing whether it may change anything
   * @param source the address that the request came from
   * @param subject what its address names
   * @param caller asked when the event is written, since the caller is not known yet
   */
  public Operation(
      String id,
      boolean changing,
      @Nullable UUID requestId,
      @Nullable String source,
      @Nullable AuditedObject subject,
      Map<String, String> parameters,
      Supplier<Actor> caller) {
    this.id = id;
    this.changing = changing;
    this.requestId = requestId;
    this.source = source;
    this.subject = subject;
    this.parameters = Map.copyOf(parameters);
    this.caller = caller;
  }

  /** A command or a job of the service itself. */
  static Operation system(String id, UUID organizationId) {
    return new Operation(id, true, null, null, null, Map.of(), () -> Actor.system(organizationId));
  }

  /** The same for another organization, which hears of it for a reason of its own. */
  static Operation system(String id, UUID organizationId, String note) {
    Operation operation = system(id, organizationId);
    operation.note(note);
    return operation;
  }

  /** Work that no caller asked for, such as filling an empty database. */
  static Operation unattended() {
    return system("unattended", Actor.NO_ORGANIZATION);
  }

  /** The one that this thread works for. */
  static Optional<Operation> current() {
    return PropagatedContext.getOrEmpty().find(Operation.class);
  }

  public String id() {
    return id;
  }

  public boolean isChanging() {
    return changing;
  }

  @Nullable UUID requestId() {
    return requestId;
  }

  @Nullable String source() {
    return source;
  }

  Map<String, String> parameters() {
    return parameters;
  }

  synchronized Actor actor() {
    return actor == null ? caller.get() : actor;
  }

  synchronized void actor(Actor known) {
    actor = known;
  }

  /** Settles who it is, for an event that is written when the request is over. */
  public synchronized void settleActor() {
    actor = actor();
  }

  /** Whether neither the actor nor the account that was tried is known. */
  public boolean isNobodys() {
    Actor known = actor();
    return known.kind() == Actor.Kind.NOBODY
        && known.organizationId().equals(Actor.NO_ORGANIZATION);
  }

  /** Whose chain its event belongs to. */
  public UUID organizationId() {
    return actor().organizationId();
  }

  synchronized @Nullable String note() {
    return note;
  }

  synchronized void note(String reason) {
    note = reason;
  }

  synchronized void read(AuditedObject object) {
    read.add(object);
  }

  /**
   * Whether it said what it read: a reveal writes down that it was one, and changes nothing else.
   */
  public synchronized boolean hasRead() {
    return !read.isEmpty();
  }

  /** What was read, and what the address names. */
  synchronized List<AuditedObject> objects() {
    return withSubject(read);
  }

  /** These, and what the address names where it is none of them. */
  List<AuditedObject> withSubject(Collection<AuditedObject> objects) {
    List<AuditedObject> all = new ArrayList<>(objects);
    if (subject != null && all.stream().noneMatch(subject::isSameAs)) {
      all.add(subject);
    }
    return all;
  }

  synchronized void recorded() {
    recorded = true;
  }

  /** Whether an event of it has been committed. */
  public synchronized boolean isRecorded() {
    return recorded;
  }
}
