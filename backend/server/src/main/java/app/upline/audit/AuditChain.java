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
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends events. The row of the chain is locked from its next number to the end of the
 * transaction, so this comes last: a transaction that holds the row waits for no other lock.
 */
@Singleton
class AuditChain {

  /** What the first event of a chain follows. */
  static final String GENESIS = "0".repeat(64);

  private static final String NEXT_NUMBER =
      "update audit_chain set last_seq = last_seq + 1 where organization_id = ?";

  private static final String FIRST_NUMBER =
      "insert into audit_chain (organization_id, last_seq, last_mac, last_at) values (?, 1, ?, ?)";

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

  AuditChain(Database database, AuditKeys keys, JsonMapper json, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.json = json;
    this.clock = clock;
  }

  /** Where a chain ended before the event that is being appended. */
  private record Tail(long seq, String mac, Instant at) {}

  /** Appends an event of the operation, in the transaction at hand. */
  void append(
      Operation operation,
      EventOutcome outcome,
      @Nullable Integer status,
      List<AuditedObject> objects) {
    Actor actor = operation.actor();
    Tail tail = next(actor.organizationId());
    AuditEvent event =
        new AuditEvent(
            actor.organizationId(),
            tail.seq(),
            tail.at(),
            operation.id(),
            outcome,
            status,
            actor.kind(),
            actor.id(),
            actor.name(),
            JsonCodes.of(actor.roles()),
            operation.source(),
            operation.requestId(),
            text(operation.parameters()),
            operation.note(),
            objects.size(),
            digest(objects));
    AuditKey key = keys.current();
    String mac = key.mac(tail.mac(), event);
    insert(event, key.version(), mac);
    insert(event, objects);
    database.update(
        Sql.of(
            "update audit_chain set last_mac = ?, last_at = ? where organization_id = ?",
            mac,
            event.occurredAt(),
            event.organizationId()));
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

  private Tail next(UUID organizationId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    number(organizationId, now);
    return database
        .first(
            Sql.of(
                "select last_seq, last_mac, last_at from audit_chain where organization_id = ?",
                organizationId),
            row -> {
              Instant last = Database.instant(row, "last_at");
              return new Tail(
                  row.getLong("last_seq"),
                  row.getString("last_mac"),
                  // Clocks of several servers differ: within a chain time never goes back.
                  now.isBefore(last) ? last : now);
            })
        .orElseThrow();
  }

  /**
   * Gives out the next number. Not by one statement that inserts or updates: MariaDB asks for the
   * right to update what it inserts, and the application's account has none on the key. Chains
   * begin one at a time, each while it holds the one that is always there, so that none waits in a
   * circle for the gap in which another begins.
   */
  private void number(UUID organizationId, Instant now) {
    boolean begun =
        database
            .first(
                Sql.of("select 1 from audit_chain where organization_id = ?", organizationId),
                row -> true)
            .isPresent();
    if (!begun) {
      database.update(
          Sql.of(
              "update audit_chain set last_seq = last_seq where organization_id = ?",
              Actor.NO_ORGANIZATION));
    }
    if (database.update(Sql.of(NEXT_NUMBER, organizationId)) == 0) {
      database.update(Sql.of(FIRST_NUMBER, organizationId, GENESIS, now));
    }
  }

  private void insert(AuditEvent event, int keyVersion, String mac) {
    List<@Nullable Object> values = new ArrayList<>(Arrays.asList(event.parts()));
    values.add(keyVersion);
    values.add(mac);
    database.update(Sql.of(INSERT_EVENT, values.toArray()));
  }

  private void insert(AuditEvent event, List<AuditedObject> objects) {
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
    database.batch(INSERT_OBJECT, rows);
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
