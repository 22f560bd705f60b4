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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Appends events. The row of the chain is locked from its next number to the end of the
 * transaction, so this comes last: a transaction that holds the row waits for no other lock.
 */
@Singleton
class AuditChain {

  /** What the first event of a chain follows. */
  static final String GENESIS = "0".repeat(64);

  private static final String NEXT_NUMBERS =
      "update audit_chain set last_seq = last_seq + ? where organization_id = ?";

  private static final String FIRST_NUMBERS =
      "insert into audit_chain (organization_id, last_seq, last_mac, last_at) values (?, ?, ?, ?)";

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

  /** The first number of those given out, and where the chain ended before it. */
  private record Tail(long seq, String mac, Instant at) {}

  /** Appends an event, in the transaction at hand. */
  void append(Occurrence occurrence) {
    append(occurrence.organizationId(), List.of(occurrence));
  }

  /** Appends events of one organization in their order, in the transaction at hand. */
  void append(UUID organizationId, List<Occurrence> occurrences) {
    Tail tail = next(organizationId, occurrences.size());
    AuditKey key = keys.current();
    String mac = tail.mac();
    List<List<@Nullable Object>> events = new ArrayList<>();
    List<List<@Nullable Object>> objects = new ArrayList<>();
    for (Occurrence occurrence : occurrences) {
      AuditEvent event = event(occurrence, tail.seq() + events.size(), tail.at());
      mac = key.mac(mac, event);
      events.add(row(event, key.version(), mac));
      objects.addAll(rows(event, occurrence.objects()));
    }
    database.batch(INSERT_EVENT, events);
    database.batch(INSERT_OBJECT, objects);
    database.update(
        Sql.of(
            "update audit_chain set last_mac = ?, last_at = ? where organization_id = ?",
            mac,
            tail.at(),
            organizationId));
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

  private Tail next(UUID organizationId, int many) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    number(organizationId, many, now);
    return database
        .first(
            Sql.of(
                "select last_seq, last_mac, last_at from audit_chain where organization_id = ?",
                organizationId),
            row -> {
              Instant last = Database.instant(row, "last_at");
              return new Tail(
                  row.getLong("last_seq") - many + 1,
                  row.getString("last_mac"),
                  // Clocks of several servers differ: within a chain time never goes back.
                  now.isBefore(last) ? last : now);
            })
        .orElseThrow();
  }

  /**
   * Gives out the next numbers. Not by one statement that inserts or updates: MariaDB asks for the
   * right to update what it inserts, and the application's account has none on the key. Chains
   * begin one at a time, each while it holds the one that is always there, so that none waits in a
   * circle for the gap in which another begins.
   */
  private void number(UUID organizationId, int many, Instant now) {
    if (begun.contains(organizationId) && numbered(organizationId, many)) {
      return;
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
      database.update(
          Sql.of(
              "update audit_chain set last_seq = last_seq where organization_id = ?",
              Actor.NO_ORGANIZATION));
    }
    if (!numbered(organizationId, many)) {
      database.update(Sql.of(FIRST_NUMBERS, organizationId, many, GENESIS, now));
    }
  }

  private boolean numbered(UUID organizationId, int many) {
    return database.update(Sql.of(NEXT_NUMBERS, many, organizationId)) == 1;
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
