package app.upline.testing;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.submission.DisclosureListener;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Incidents for tests of what comes after them: recorded, and disclosed, as the rooms before would
 * have left them.
 */
@Singleton
public class DisclosedIncidents {

  private final TransactionOperations<Connection> transactions;
  private final Ids ids;
  private final List<DisclosureListener> listeners;

  DisclosedIncidents(
      TransactionOperations<Connection> transactions, Ids ids, List<DisclosureListener> listeners) {
    this.transactions = transactions;
    this.ids = ids;
    this.listeners = listeners;
  }

  /** What an incident is like; the rest is the same for all. */
  public record Kind(
      String severity, boolean harm, String npn, LocalDate day, boolean forCause, String text) {

    public static final Kind ORDINARY =
        new Kind(
            "MEDIUM",
            false,
            "17654321",
            LocalDate.of(2026, 3, 10),
            false,
            "The agent called without a scope of appointment.");

    public Kind severity(String code) {
      return new Kind(code, harm, npn, day, forCause, text);
    }

    public Kind harmful() {
      return new Kind(severity, true, npn, day, forCause, text);
    }

    public Kind by(String otherNpn) {
      return new Kind(severity, harm, otherNpn, day, forCause, text);
    }

    public Kind on(LocalDate otherDay) {
      return new Kind(severity, harm, npn, otherDay, forCause, text);
    }

    public Kind endedForCause() {
      return new Kind(severity, harm, npn, day, true, text);
    }

    public Kind saying(String otherText) {
      return new Kind(severity, harm, npn, day, forCause, otherText);
    }
  }

  /** Records an incident in its first revision. */
  public UUID record(TestUser reporter, UUID carrier, Kind kind) {
    UUID id = ids.next();
    String reference = "INC-" + id.toString().substring(20, 36);
    run(
        """
        insert into incident (id, agency_id, carrier_id, reference, revision, version, kind, subject_type, subject_name, name_key,
          subject_npn, incident_date, discovery_date, repeat_basis_date, period, primary_category, severity, state, channel, source,
          outcome, investigation_status, harm, enrollment_affected, beneficiaries_affected, substantiated, repeated, search_text,
          created_at, changed_at)
        values (?, ?, ?, ?, 1, 1, 'VIOLATION', 'AGENT', 'Alex Agent', 'alex agent', ?, ?, ?, ?, ?, 'UNSOLICITED_CONTACT', ?, 'FL',
          'PHONE_OUTBOUND', 'CALL_MONITORING', 'FOUNDED', 'CLOSED', ?, false, 1, true, false, '', utc_timestamp(6), utc_timestamp(6))
        """,
        id,
        reporter.organizationId(),
        carrier,
        reference,
        kind.npn(),
        kind.day(),
        kind.day(),
        kind.day(),
        kind.day().toString().substring(0, 7),
        kind.severity(),
        kind.harm());
    revise(reporter, id, 1, carrier, kind);
    return id;
  }

  /** Adds a revision, undisclosed as yet. */
  public void revise(TestUser reporter, UUID incident, int revision, UUID carrier, Kind kind) {
    String content = content(carrier, kind);
    run(
        """
        insert into incident_revision (incident_id, revision, content, content_sha256, carrier_id, kind, subject_type, subject_npn,
          incident_date, discovery_date, repeat_basis_date, period, primary_category, severity, state, channel, source, outcome,
          investigation_status, harm, enrollment_affected, beneficiaries_affected, substantiated, for_cause, origin, changed_at,
          changed_by)
        values (?, ?, ?, sha2(?, 256), ?, 'VIOLATION', 'AGENT', ?, ?, ?, ?, ?, 'UNSOLICITED_CONTACT', ?, 'FL', 'PHONE_OUTBOUND',
          'CALL_MONITORING', 'FOUNDED', 'CLOSED', ?, false, 1, true, ?, 'API', utc_timestamp(6), ?)
        """,
        incident,
        revision,
        content,
        content,
        carrier,
        kind.npn(),
        kind.day(),
        kind.day(),
        kind.day(),
        kind.day().toString().substring(0, 7),
        kind.severity(),
        kind.harm(),
        kind.forCause(),
        reporter.id());
    run("update incident set revision = ?, version = ? where id = ?", revision, revision, incident);
  }

  /** Discloses a revision in a submission of its own, which the carrier has not yet reviewed. */
  public UUID disclose(
      TestUser reporter, UUID incident, int revision, UUID carrier, Kind kind, LocalDateTime at) {
    UUID submission = ids.next();
    String number = submission.toString().substring(20, 36);
    run(
        """
        insert into submission (id, agency_id, carrier_id, kind, scope, reference, status, revision, submitted_revision, version,
          receiving_carrier_id, created_at, created_by, changed_at, submitted_at)
        values (?, ?, ?, 'INCIDENTS', 'CHANGES', ?, 'SUBMITTED', 1, 1, 2, ?, ?, ?, ?, ?)
        """,
        submission,
        reporter.organizationId(),
        carrier,
        "SUB-" + number,
        carrier,
        at,
        reporter.id(),
        at,
        at);
    run(
        """
        insert into submission_revision (submission_id, revision, added, changed, ended, unchanged, receipt_number, content_sha256,
          submitted_at, agency_name, carrier_name, attested_by, attester_name, attester_title, wording_version, wording)
        values (?, 1, 1, 0, 0, 0, ?, repeat('0', 64), ?, 'Agency', 'Carrier', ?, 'Attester', 'Officer', 'v1', 'I attest.')
        """,
        submission,
        "RCP-" + number,
        at,
        reporter.id());
    run(
        """
        insert into submission_incident (submission_id, revision, incident_id, incident_revision, change_type, changed_since_return)
        values (?, 1, ?, ?, ?, false)
        """,
        submission,
        incident,
        revision,
        revision == 1 ? "ADDED" : "CHANGED");
    run(
        """
        update incident_disclosure set disclosed_to = ?
        where carrier_id = ? and incident_id = ? and disclosed_to = '9999-12-31 00:00:00'
        """,
        at,
        carrier,
        incident);
    run(
        """
        insert into incident_disclosure (carrier_id, incident_id, disclosed_from, disclosed_to, agency_id, incident_revision,
          submission_id, submission_revision, withdrawn, subject_npn, repeat_basis_date, substantiated)
        values (?, ?, ?, '9999-12-31 00:00:00', ?, ?, ?, 1, false, ?, ?, true)
        """,
        carrier,
        incident,
        at,
        reporter.organizationId(),
        revision,
        submission,
        kind.npn(),
        kind.day());
    run(
        "update incident set first_submitted_at = coalesce(first_submitted_at, ?), late = false where id = ?",
        at,
        incident);
    transactions.executeWrite(
        status -> {
          listeners.forEach(listener -> listener.disclosed(submission, 1));
          return null;
        });
    return submission;
  }

  /** Withdraws what was disclosed before anybody looked at it. */
  public void withdraw(UUID submission) {
    run(
        "update incident_disclosure set withdrawn = true, disclosed_to = utc_timestamp(6) where submission_id = ?",
        submission);
    transactions.executeWrite(
        status -> {
          listeners.forEach(listener -> listener.takenBack(submission, 1));
          return null;
        });
  }

  private static String content(UUID carrier, Kind kind) {
    String action =
        """
        ,"disciplinaryActions":[{"decisionDate":"%s","effectiveDate":"%s","forCause":true,"id":"%s","status":"IN_EFFECT","takenBy":"AGENCY","type":"TERMINATED_FOR_CAUSE"}]"""
            .formatted(kind.day(), kind.day(), UUID.randomUUID());
    return """
        {"beneficiariesAffected":1,"beneficiaryInteraction":true,"carrierId":"%s","channel":"PHONE_OUTBOUND","description":"%s"%s,"discoveryDate":"%s","enrollmentAffected":false,"incidentDate":"%s","investigation":{"outcome":"FOUNDED","rootCause":"TRAINING_GAP","status":"CLOSED"},"kind":"VIOLATION","plan":{},"potentialHarm":%s,"primaryCategory":"UNSOLICITED_CONTACT","severity":"%s","source":"CALL_MONITORING","state":"FL","subject":{"name":"Alex Agent","npn":"%s","type":"AGENT"}}"""
        .formatted(
            carrier,
            kind.text(),
            kind.forCause() ? action : "",
            kind.day(),
            kind.day(),
            kind.harm(),
            kind.severity(),
            kind.npn());
  }

  private void run(String sql, Object... values) {
    transactions.executeWrite(
        status -> {
          try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, Database.driverValue(values[i]));
            }
            return statement.executeUpdate();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
