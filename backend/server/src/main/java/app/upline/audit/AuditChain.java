package app.upline.audit;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.JsonCodes;
import app.upline.platform.persistence.Sql;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Appends events. The row of the chain is locked from the look at its end to the end of the
 * transaction, so this comes last: a transaction that holds the row waits for no other lock.
 */
@Singleton
class AuditChain {

  /** What the first event of a chain follows. */
  static final String GENESIS = "0".repeat(64);

  private static final String END =
      "select last_seq, last_mac, last_at from audit_chain where organization_id = ? for update";

  private static final String BEGIN =
      "insert into audit_chain (organization_id, last_seq, last_mac, last_at) values (?, 0, ?, ?)";

  private static final String MOVE_END =
      "update audit_chain set last_seq = ?, last_mac = ?, last_at = ? where organization_id = ?";

  private static final String INSERT_EVENT =
      """
      insert into audit_event (organization_id, seq, occurred_at, operation, outcome, status, actor_kind, actor_id,
        actor_name, roles, source, request_id, parameters, note, object_count, objects_sha256, key_version, mac)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_OBJECT =
      """
      insert into audit_object (organization_id, seq, position, kind, object_id, reference, before_sha256, after_sha256)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;
  private final AuditKeys keys;
  private final JsonMapper json;
  private final Clock clock;

  /** Chains that are there. One that is not after all, since it was taken back, is asked for. */
  private final Set<UUID> begun = ConcurrentHashMap.newKeySet();

  AuditChain(Database database, AuditKeys keys, JsonMapper json, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  /** Where a chain ends. */
  private record End(long seq, String mac, Instant at) {}

  /** Appends an event, in the transaction at hand. */
  void append(Occurrence occurrence) {
    append(occurrence.organizationId(), List.of(occurrence));
  }

  /** Appends events of one organization in their order, in the transaction at hand. */
  void append(UUID organizationId, List<Occurrence> occurrences) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    End end = locked(organizationId, now);
    // Clocks of several servers differ: within a chain time never goes back.
    Instant at = now.isBefore(end.at()) ? end.at() : now;
    AuditKey key = keys.current();
    long seq = end.seq();
    String mac = end.mac();
    List<List<@Nullable Object>> events = new ArrayList<>();
    List<List<@Nullable Object>> objects = new ArrayList<>();
    for (Occurrence occurrence : occurrences) {
      AuditEvent event = event(occurrence, ++seq, at);
      mac = key.mac(mac, event);
      events.add(row(event, key.version(), mac));
      objects.addAll(rows(event, occurrence.objects()));
    }
    database.batch(INSERT_EVENT, events);
    database.batch(INSERT_OBJECT, objects);
    database.update(Sql.of(MOVE_END, seq, mac, at, organizationId));
  }

  private AuditEvent event(Occurrence occurrence, long seq, Instant at) {
    Operation operation = occurrence.operation();
    Actor actor = occurrence.actor();
    return new AuditEvent(
        actor.organizationId(),
        seq,
        at,
        operation.id(),
        occurrence.outcome(),
        occurrence.status(),
        actor.kind(),
        actor.id(),
        actor.name(),
        JsonCodes.of(actor.roles()),
        operation.source(),
        operation.requestId(),
        text(operation.parameters()),
        operation.note(),
        occurrence.objects().size(),
        digest(occurrence.objects()));
  }

  /** Over all objects of an event, in their order. */
  static String digest(List<AuditedObject> objects) {
    Digest digest = new Digest();
    for (AuditedObject object : objects) {
      digest.add(object.kind()).add(object.id().toString()).add(object.reference());
      digest.add(object.before()).add(object.after());
    }
    return digest.hex();
  }

  /**
   * The end of a chain, which is locked, and begun where there is none. Chains begin one at a time,
   * each while it holds the one that is always there, so that none waits in a circle for the gap in
   * which another begins: whoever does not know that a chain is there looks without a lock first.
   */
  private End locked(UUID organizationId, Instant now) {
    Optional<End> known = begun.contains(organizationId) ? end(organizationId) : Optional.empty();
    if (known.isPresent()) {
      return known.get();
    }
    boolean isThere =
        database
            .first(
                Sql.of("select 1 from audit_chain where organization_id = ?", organizationId),
                row -> true)
            .isPresent();
    if (isThere) {
      begun.add(organizationId);
    } else {
      database.first(Sql.of(END, Actor.NO_ORGANIZATION), row -> true);
    }
    return end(organizationId).orElseGet(() -> begin(organizationId, now));
  }

  private Optional<End> end(UUID organizationId) {
    return database.first(
        Sql.of(END, organizationId),
        row ->
            new End(
                row.getLong("last_seq"),
                row.getString("last_mac"),
                Database.instant(row, "last_at")));
  }

  private End begin(UUID organizationId, Instant now) {
    database.update(Sql.of(BEGIN, organizationId, GENESIS, now));
    return new End(0, GENESIS, now);
  }

  private static List<@Nullable Object> row(AuditEvent event, int keyVersion, String mac) {
    List<@Nullable Object> values = new ArrayList<>(Arrays.asList(event.parts()));
    values.add(keyVersion);
    values.add(mac);
    return values;
  }

  private static List<List<@Nullable Object>> rows(AuditEvent event, List<AuditedObject> objects) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      AuditedObject object = objects.get(i);
      rows.add(
          Arrays.asList(
              event.organizationId(),
              event.seq(),
              i + 1,
              object.kind(),
              object.id(),
              object.reference(),
              object.before(),
              object.after()));
    }
    return rows;
  }

  private @Nullable String text(Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return null;
    }
    try {
      return json.writeValueAsString(new TreeMap<>(parameters));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
