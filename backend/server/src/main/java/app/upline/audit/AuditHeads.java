package app.upline.audit;

import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs where each chain stands, once a day, and keeps what was signed. */
@Singleton
public final class AuditHeads {
  private static final int BATCH = 200;

  private final Database database;
  private final HeadSignature signature;
  private final HeadKeys keys;
  private final Clock clock;

  AuditHeads(Database database, HeadSignature signature, HeadKeys keys, Clock clock) {
    this.database = database;
    this.signature = signature;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A public key by which heads can be verified, as a JWK on Ed25519 (RFC 8037).
   *
   * @param kid its thumbprint
   * @param x the key
   */
  public record PublicKey(String kid, String x) {}

  /** The newest first. */
  public List<PublicKey> publicKeys() {
    return keys.all().stream().map(key -> new PublicKey(key.id(), key.publicKey())).toList();
  }

  public Page<AuditHead> list(UUID organizationId, PageRequest page) {
    Sql sql = Sql.of("select * from audit_head where organization_id = ?", organizationId);
    if (!page.isFirst()) {
      sql.add("and taken_on < ?", LocalDate.parse(page.after().getFirst()));
    }
    sql.add("order by taken_on desc limit ?", page.limit() + 1);
    return Page.of(
        database.reading(() -> database.query(sql, AuditHeads::head)),
        page.limit(),
        head -> List.of(head.day().toString()));
  }

  /**
   * Signs the head of every chain that has none for today and has gone on since its last one. The
   * day is in UTC. Several servers doing it at once do no harm: a day has one head.
   *
   * @return how many were signed
   */
  public int takeAll() {
    int taken = 0;
    List<UUID> some = chainsAfter(null);
    while (!some.isEmpty()) {
      for (UUID organizationId : some) {
        taken += take(organizationId).isPresent() ? 1 : 0;
      }
      some = chainsAfter(some.getLast());
    }
    return taken;
  }

  /** Signs the head of one chain; empty when there is nothing new to sign, or today's is there. */
  public Optional<AuditHead> take(UUID organizationId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return database.writing(
        () ->
            unsigned(organizationId, day)
                .map(
                    tail -> {
                      String jws = signature.sign(organizationId, day, tail.seq(), tail.mac(), now);
                      AuditHead head =
                          new AuditHead(organizationId, day, tail.seq(), tail.mac(), now, jws);
                      return insert(head) == 1 ? head : null;
                    }));
  }

  /** Where a chain stands. */
  private record Tail(long seq, String mac) {}

  private Optional<Tail> unsigned(UUID organizationId, LocalDate day) {
    return database.first(
        Sql.of(
            """
            select c.last_seq, c.last_mac from audit_chain c
            where c.organization_id = ? and c.last_seq > 0
              and not exists (select 1 from audit_head h where h.organization_id = c.organization_id
                              and (h.taken_on = ? or h.seq = c.last_seq))
            """,
            organizationId,
            day),
        row -> new Tail(row.getLong("last_seq"), row.getString("last_mac")));
  }

  private int insert(AuditHead head) {
    return database.update(
        Sql.of(
            "insert ignore into audit_head (organization_id, taken_on, seq, mac, taken_at, jws) values (?, ?, ?, ?, ?, ?)",
            head.organizationId(),
            head.day(),
            head.seq(),
            head.mac(),
            head.takenAt(),
            head.jws()));
  }

  HeadSignature signature() {
    return signature;
  }

  /** All-zero is an organization here, the service's own, so the first are asked for by no id. */
  private List<UUID> chainsAfter(@Nullable UUID last) {
    return database.reading(
        () ->
            database.query(
                Sql.of("select organization_id from audit_chain")
                    .addIf(last, "where organization_id > ?")
                    .add("order by organization_id limit ?", BATCH),
                row -> Database.uuid(row, "organization_id")));
  }

  static AuditHead head(ResultSet row) throws SQLException {
    return new AuditHead(
        Database.uuid(row, "organization_id"),
        row.getObject("taken_on", LocalDate.class),
        row.getLong("seq"),
        row.getString("mac"),
        Database.instant(row, "taken_at"),
        row.getString("jws"));
  }
}
