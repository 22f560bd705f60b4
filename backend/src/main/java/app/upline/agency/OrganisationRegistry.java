package app.upline.agency;

import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.audit.Digest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enters carriers, agencies and the contracts between them. */
@Singleton
public final class OrganisationRegistry {

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final AuditTrail audit;

  OrganisationRegistry(Database database, Ids ids, Clock clock, AuditTrail audit) {
    this.audit = audit;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Whether nobody has been entered yet. */
  public boolean isEmpty() {
    return database
        .reading(() -> database.first(Sql.of("select 1 from carrier limit 1"), row -> 1))
        .isEmpty();
  }

  public Optional<UUID> carrierNamed(String name) {
    return database.reading(
        () ->
            database.first(
                Sql.of("select id from carrier where name = ?", name),
                row -> Database.uuid(row, "id")));
  }

  /** What is no number is no agency's: the database is not asked for it. */
  public Optional<UUID> agencyWithNpn(String npn) {
    if (!npn.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return database.reading(
        () ->
            database.first(
                Sql.of("select id from agency where npn = ?", npn),
                row -> Database.uuid(row, "id")));
  }

  public boolean isContracted(UUID agencyId, UUID carrierId) {
    Sql sql =
        Sql.of(
            "select 1 from agency_contract where agency_id = ? and carrier_id = ?",
            agencyId,
            carrierId);
    return database.reading(() -> database.first(sql, row -> 1)).isPresent();
  }

  /** Enters a carrier with its first policy and answers its id. */
  public UUID addCarrier(String name, ZoneId timeZone, ReportingPolicy policy) {
    UUID id = ids.next();
    return database.writing(
        () -> {
          database.update(
              Sql.of(
                  "insert into carrier (id, name, time_zone, created_at) values (?, ?, ?, ?)",
                  id,
                  name,
                  timeZone.getId(),
                  now()));
          addPolicy(id, policy);
          begun("carrier", id, Digest.of(name, timeZone.getId()));
          return id;
        });
  }

  /** Adds what a carrier asks from a later day on; earlier policies stay as they were. */
  public void addPolicy(UUID carrierId, ReportingPolicy policy) {
    database.writing(
        () ->
            database.update(
                Sql.of(
                    """
                    insert into reporting_policy (carrier_id, effective_from, incident_due_day, nil_incident_report_wanted,
                      relationship_notice, relationship_notice_days, no_relationships_declaration_wanted, grace_days, reminder_days, mailbox,
                      attestation_version, attestation_wording)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    carrierId,
                    policy.effectiveFrom(),
                    policy.incidentDueDay(),
                    policy.nilIncidentReportWanted(),
                    policy.relationshipNotice(),
                    policy.relationshipNoticeDays(),
                    policy.noRelationshipsDeclarationWanted(),
                    policy.graceDays(),
                    PolicyRows.text(policy.reminderDays()),
                    policy.mailbox(),
                    policy.attestationVersion(),
                    policy.attestationWording())));
  }

  /**
   * Enters an agency and answers its id.
   *
   * @param level its place in the hierarchy, a code of the entity types
   * @param uplineId the agency above it
   */
  public UUID addAgency(String name, String npn, String level, @Nullable UUID uplineId) {
    UUID id = ids.next();
    return database.writing(
        () -> {
          database.update(
              Sql.of(
                  "insert into agency (id, name, npn, level, upline_agency_id, created_at) values"
                      + " (?, ?, ?, ?, ?, ?)",
                  id,
                  name,
                  npn,
                  level,
                  uplineId,
                  now()));
          begun("agency", id, Digest.of(name, npn, level, uplineId));
          return id;
        });
  }

  /**
   * Contracts an agency with a carrier; all of its register is then undisclosed to that carrier.
   */
  public void contract(UUID agencyId, UUID carrierId) {
    database.writing(
        () -> {
          database.update(
              Sql.of(
                  """
                  insert into agency_contract (agency_id, carrier_id, agency_name, since)
                  select id, ?, name, ? from agency where id = ?
                  """,
                  carrierId,
                  LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                  agencyId));
          // Here and not in the register's room, since a contract without these rows would hide
          // relationships from the carrier.
          return database.update(
              Sql.of(
                  "insert ignore into undisclosed_change (agency_id, carrier_id, relationship_id)"
                      + " select agency_id, ?, id from relationship where agency_id = ?",
                  carrierId,
                  agencyId));
        });
  }

  /** The first event of its own trail: one that has none has lost it. */
  private void begun(String kind, UUID id, String digest) {
    AuditedObject entered = new AuditedObject(kind, id.toString(), null, null, digest);
    audit.changed(List.of(entered));
    audit.alsoFor(id, "The organization was entered.", List.of(entered));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
