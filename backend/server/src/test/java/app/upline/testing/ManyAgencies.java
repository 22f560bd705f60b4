package app.upline.testing;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Registers as large as one likes, put into the tables by the database itself, as the application
 * would have written them.
 */
@Singleton
public class ManyAgencies {

  /** How many rows one statement makes. */
  private static final int CHUNK = 10_000;

  private static final String DIGITS =
      "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4"
          + " union all select 5 union all select 6 union all select 7 union all select 8 union all"
          + " select 9)";

  /**
   * Numbers from the first, as {@code i}; where fewer are wanted the caller's condition ends them.
   */
  private static final String NUMBERS =
      "(select %d + a.d + 10 * b.d + 100 * c.d + 1000 * e.d as i from {d} a join {d} b join {d} c join {d} e) n where i <= %d"
          .replace("{d}", DIGITS);

  private static final String ID = "unhex(concat('%s', lpad(hex(i), 12, '0')))";

  /** Of as many places as references have, or more where it needs them. */
  private static final String NUMBER = "lpad(i, greatest(6, length(i)), '0')";

  private static final String WORD =
      "elt(1 + i %% 20, 'Amber', 'Birch', 'Cedar', 'Delta', 'Ember', 'Fjord', 'Grove', 'Heron',"
          + " 'Indigo', 'Juniper', 'Keystone', 'Larch', 'Mesa', 'Nova', 'Onyx', 'Prairie',"
          + " 'Quartz', 'Ridge', 'Summit', 'Tundra')";
  private static final String STATE =
      "elt(1 + i %% 10, 'FL', 'TX', 'OH', 'GA', 'AZ', 'CO', 'NV', 'WA', 'ME', 'PA')";
  private static final String STATUS = "if(i %% 7 = 0, 'ENDED', 'ACTIVE')";
  private static final String CONTENT =
      """
      concat('{"address":{"city":"Tampa","country":"US","line1":"', i, ' Main St","state":"', {state}, '","zip":"33602"},',
        '"contact":{"email":"desk@company.example","name":"Compliance desk"},',
        if(i %% 7 = 0, '"endDate":"2025-06-30","endReason":"Contract over",', ''),
        '"entityType":"MARKETING_AGENCY","functions":["MARKETING"],"knownOn":"2025-01-01","legalName":"', {word}, ' Marketing ', i,
        '","licensedProducer":false,"offshore":false,"startDate":"2025-01-01","websites":["https://www.company.example"]}')
      """;

  /** Where others find the agencies, and by which column. */
  private static final Map<String, String> WHERE_OTHERS_LOOK =
      Map.of(
          "organization", "id",
          "agency", "id",
          "agency_contract", "agency_id",
          "app_user", "id",
          "app_user_role", "user_id",
          "service_account", "id");

  private final Statements statements;
  private final Connections connections;

  @Inject
  ManyAgencies(TestUsers crowd, app.upline.testing.Owner database) {
    this(crowd::run, database::open);
  }

  private ManyAgencies(Statements statements, Connections connections) {
    this.statements = statements;
    this.connections = connections;
  }

  /** In the database of a service that runs in a process of its own. */
  public static ManyAgencies elsewhere(Connections connections) {
    return new ManyAgencies(
        (sql, values) -> {
          try (Connection connection = connections.open();
              PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, Database.driverValue(values[i]));
            }
            statement.executeUpdate();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        },
        connections);
  }

  /** Runs a statement. */
  private interface Statements {
    void run(String sql, Object... values);
  }

  /** Opens a connection of the database's owner. */
  public interface Connections {
    Connection open() throws SQLException;
  }

  /**
   * Whose rows are made.
   *
   * @param reporter recorded them
   * @param relationship one of the register, in revision 1: the others are beneath it
   * @param submission one that was submitted to the carrier, in revision 1
   * @param upload one that is recorded
   */
  public record Owner(
      UUID agency, UUID carrier, UUID reporter, UUID relationship, UUID submission, UUID upload) {

    /** All but the last twelve digits of the ids. */
    String prefix() {
      return agency.toString().substring(0, 24).replace("-", "");
    }
  }

  /** Makes the rows numbered {@code from} to {@code to} of every list the owner has. */
  public void add(Owner owner, int from, int to) {
    for (int first = from; first <= to; first += CHUNK) {
      int last = Math.min(to, first + CHUNK - 1);
      register(owner, first, last);
      disclosed(owner, first, last);
      around(owner, first, last);
    }
  }

  /**
   * Takes the agencies and their machines away again. Whatever looks at all organizations, to
   * remind them or to prove their trails, would have thousands more to look at in each later test.
   */
  public void removeAgencies(Owner owner, int from, int to) {
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement()) {
      // What else was made for them goes nowhere without them, and is not looked for.
      statement.execute("set foreign_key_checks = 0");
      for (Map.Entry<String, String> table : WHERE_OTHERS_LOOK.entrySet()) {
        statement.execute(
            "delete from %s where %s between %s and %s"
                .formatted(
                    table.getKey(),
                    table.getValue(),
                    Ids.literal(id(owner, from)),
                    Ids.literal(id(owner, to))));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a register alone, disclosed to no carrier. */
  public void addRegister(Owner owner, int from, int to) {
    for (int first = from; first <= to; first += CHUNK) {
      register(owner, first, Math.min(to, first + CHUNK - 1));
    }
  }

  /** Makes a register alone, disclosed to the carrier. */
  public void addDisclosed(Owner owner, int from, int to) {
    for (int first = from; first <= to; first += CHUNK) {
      int last = Math.min(to, first + CHUNK - 1);
      register(owner, first, last);
      disclosed(owner, first, last);
    }
  }

  private void register(Owner owner, int from, int to) {
    make(
        owner,
        from,
        to,
        """
        insert into relationship (id, agency_id, reference, upstream_id, revision, legal_name, name_key, entity_type, state, functions,
          status, search_text, created_at, changed_at)
        select {id}, {agency}, concat('REL-2025-', {number}), {relationship}, 1, concat({word}, ' Marketing ', i),
          lower(concat({word}, ' marketing ', i)), 'MARKETING_AGENCY', {state}, '["MARKETING"]', {status},
          lower(concat(' ', {word}, ' marketing ', i, ' rel2025', {number})),
          '2025-01-01 00:00:00' + interval i second, '2025-01-01 00:00:00' + interval i second
        """);
    make(
        owner,
        from,
        to,
        """
        insert into relationship_revision (relationship_id, revision, content, content_sha256, entity_type, state, functions,
          status, start_date, end_date, known_on, name_key, upstream_id, origin, changed_at, changed_by)
        select {id}, 1, {content}, sha2({content}, 256), 'MARKETING_AGENCY', {state}, '["MARKETING"]', {status}, '2025-01-01',
          if(i %% 7 = 0, '2025-06-30', null), '2025-01-01', lower(concat({word}, ' marketing ', i)), {relationship}, 'API',
          '2025-01-01 00:00:00' + interval i second, {reporter}
        """);
    for (String facet :
        List.of(
            "concat('state:', {state})",
            "'type:MARKETING_AGENCY'",
            "concat('status:', {status})",
            "'function:MARKETING'",
            "concat('term:', lower({word}))",
            "'term:marketing'",
            "concat('term:', i)",
            "concat('term:rel2025', {number})")) {
      make(
          owner,
          from,
          to,
          "insert into relationship_facet (agency_id, facet, relationship_id) select {agency}, "
              + facet
              + ", {id} ");
    }
    make(
        owner,
        from,
        to,
        "insert into undisclosed_relationship (agency_id, carrier_id, relationship_id) select {agency},"
            + " {carrier}, {id} ");
  }

  private void disclosed(Owner owner, int from, int to) {
    make(
        owner,
        from,
        to,
        """
        insert into submission_item (submission_id, revision, relationship_id, relationship_revision, change_type,
          changed_since_return)
        select {submission}, 1, {id}, 1, 'ADDED', false
        """);
    make(
        owner,
        from,
        to,
        """
        insert into disclosure (carrier_id, relationship_id, disclosed_from, disclosed_to, agency_id, relationship_revision,
          submission_id, submission_revision, withdrawn, name_key, upstream_id)
        select {carrier}, {id}, '2025-02-01 00:00:00', '9999-12-31 00:00:00', {agency}, 1, {submission}, 1, false,
          lower(concat({word}, ' marketing ', i)), {relationship}
        """);
    statements.run(
        """
        insert into disclosure_facet (carrier_id, facet, relationship_id)
        select ?, f.facet, f.relationship_id from relationship_facet f join disclosure d on d.relationship_id = f.relationship_id
        where d.carrier_id = ? and d.relationship_id between ? and ?
        """,
        owner.carrier(),
        owner.carrier(),
        id(owner, from),
        id(owner, to));
  }

  /** Agencies, revisions, uploads, submissions and comments beside the rows themselves. */
  private void around(Owner owner, int from, int to) {
    make(owner, from, to, "insert into organization (id, kind) select {id}, 'AGENCY' ");
    make(
        owner,
        from,
        to,
        "insert into agency (id, name, npn, level, created_at) select {id}, concat({word}, ' Agency"
            + " ', i), concat('9', lpad(conv(right('{agency-text}', 4), 16, 10) %% 1000 * 1000000 + i,"
            + " 9, '0')), 'FMO', '2025-01-01 00:00:00' ");
    make(
        owner,
        from,
        to,
        "insert into agency_contract (agency_id, carrier_id, agency_name, since) select {id},"
            + " {carrier}, concat({word}, ' Agency ', i), '2025-01-01' ");
    make(
        owner,
        Math.max(from, 2),
        to,
        """
        insert into relationship_revision (relationship_id, revision, content, content_sha256, entity_type, state, functions,
          status, start_date, known_on, name_key, origin, changed_at, changed_by)
        select {relationship}, i, {content}, sha2({content}, 256), 'MARKETING_AGENCY', {state},
          '["MARKETING"]', 'ACTIVE', '2025-01-01', '2025-01-01', lower(concat({word}, ' marketing ', i)), 'API',
          '2025-01-01 00:00:00' + interval i second, {reporter}
        """);
    make(
        owner,
        from,
        to,
        """
        insert into sheet_import (id, agency_id, subject, mode, status, file_name, mapping, notices, row_count, created_count,
          changed_count, unchanged_count, skipped_count, error_count, uploaded_at, uploaded_by)
        select {id}, {agency}, 'RELATIONSHIPS', 'COMMIT', 'APPLIED', 'sheet.csv', '{"sheet":"CSV","headerRow":1,"columns":[]}', '[]', 0, 0, 0, 0, 0, 0, '2025-01-01 00:00:00', {reporter}
        """);
    make(
        owner,
        from,
        to,
        """
        insert into sheet_import_error (import_id, seq, sheet, row_no, column_name, code, message)
        select {upload}, 1000 + i, 'CSV', i, 'NPN', 'INVALID_NPN', 'Digits only.'
        """);
    make(
        owner,
        from,
        to,
        """
        insert into submission_comment (id, agency_id, carrier_id, submission_id, revision, text, author_id, author_name, written_at,
          state, version, told_version)
        select {id}, {agency}, {carrier}, {submission}, 1, 'See there.', {reporter}, 'Analyst', '2025-02-02 00:00:00', 'RESOLVED', 2, 1
        """);
    make(
        owner,
        from,
        to,
        """
        insert into comment_entry (comment_id, version, action, side, author_id, author_name, written_at)
        select {id}, 2, 'RESOLVE', 'CARRIER', {reporter}, 'Analyst', '2025-02-03 00:00:00'
        """);
    submissions(owner, from, to);
    oversight(owner, from, to);
    machines(owner, from, to);
  }

  /** A machine of each of the other agencies. */
  private void machines(Owner owner, int from, int to) {
    make(
        owner,
        from,
        to,
        """
        insert into app_user (id, name, organization_id, organization_kind, is_service_account, active, created_at)
        select {id}, 'CRM', {id}, 'AGENCY', true, true, '2025-01-01 00:00:00'
        """);
    make(
        owner,
        from,
        to,
        "insert into app_user_role (user_id, role) select {id}, 'AGENCY_REPORTER' ");
    make(
        owner,
        from,
        to,
        """
        insert into service_account (id, scopes, created_by, expires_at)
        select {id}, '["relationships:read"]', {reporter}, '2030-01-01 00:00:00'
        """);
  }

  /**
   * What a carrier does with what it received, and what is held. Few plans are open, as open ones
   * are counted; each has a due day, so that there is an order of them.
   */
  private void oversight(Owner owner, int from, int to) {
    make(
        owner,
        from,
        to,
        """
        insert into corrective_action_plan (id, carrier_id, agency_id, reference, title, state, next_due, version, issued_at,
          issued_by, issuer_name, changed_at, ended_at)
        select {id}, {carrier}, {agency}, concat('P', right('{agency-text}', 10), '-', i), 'Train',
          if(i > 7, 'CLOSED', 'ISSUED'), '2026-01-01' + interval i day, 1, '2025-01-01 00:00:00',
          {reporter}, 'Analyst', '2025-02-01 00:00:00', if(i > 7, '2025-02-01 00:00:00', null)
        """);
    make(
        owner,
        from,
        to,
        """
        insert into corrective_action_item (id, plan_id, seq, title, owner, due_date, state)
        select {id}, {id}, 1, 'Train', 'Trainer', '2025-01-31', 'ACCEPTED'
        """);
    make(
        owner,
        from,
        to,
        """
        insert into corrective_action_evidence (id, plan_id, item_id, text, submitted_by, submitter_name, submitted_at)
        select {id}, {id}, {id}, 'Trained.', {reporter}, 'Reporter', '2025-01-30 00:00:00'
        """);
    make(
        owner,
        from,
        to,
        """
        insert into stored_file (id, organization_id, bytes, sha256, chunks, stored_at)
        select {id}, {agency}, 1, sha2(i, 256), 1, '2025-01-30 00:00:00'
        """);
    make(
        owner,
        from,
        to,
        """
        insert into corrective_action_attachment (id, plan_id, item_id, kind, media_type, added_by, adder_name, added_at)
        select {id}, {id}, {id}, 'OTHER', 'application/pdf', {reporter}, 'Reporter', '2025-01-30 00:00:00'
        """);
    make(
        owner,
        from,
        to,
        """
        insert into extract (id, carrier_id, kind, period, state, version, created_at, created_by, creator_name)
        select {id}, {carrier}, 'CMS_MONTHLY', '2020-01', 'DISCARDED', 1, '2025-01-01 00:00:00', {reporter}, 'Analyst'
        """);
    make(
        owner,
        from,
        to,
        """
        insert into legal_hold (id, organization_id, object_kind, object_id, object_reference, reason, state, version, placed_at,
          placed_by, placer_name)
        select {id}, {agency}, 'INCIDENT', {id}, concat('INC-2025-', lpad(i, 6, '0')), 'Matter', 'IN_FORCE', 1,
          '2025-01-01 00:00:00', {reporter}, 'Administrator'
        """);
  }

  private void submissions(Owner owner, int from, int to) {
    make(
        owner,
        from,
        to,
        """
        insert into submission (id, agency_id, carrier_id, kind, scope, reference, status, revision, submitted_revision, version,
          receiving_carrier_id, created_at, created_by, changed_at, submitted_at, late)
        select {id}, {agency}, {carrier}, 'RELATIONSHIPS', 'CHANGES', concat('SUB-2025-', lpad(i, 6, '0')), 'SUBMITTED', 1, 1,
          1, {carrier}, '2025-01-01 00:00:00', {reporter}, '2025-01-01 00:00:00', '2025-01-01 00:00:00' + interval i second,
          i %% 2 = 0
        """);
    make(
        owner,
        from,
        to,
        """
        insert into work_assignment (organization_id, subject_id, subject_kind, assignee_id, assigned_by, assigner_name, assigned_at)
        select {agency}, {id}, 'CORRECTIVE_ACTION_PLAN', {reporter}, {reporter}, 'Reporter', '2025-01-01 00:00:00'
        """);
    make(
        owner,
        from,
        to,
        """
        insert into submission_revision (submission_id, revision, added, changed, ended, unchanged, late_items, receipt_number,
          content_sha256, submitted_at, agency_name, carrier_name, attester_name, attester_title, wording_version, wording)
        select {id}, 1, 0, 0, 0, 0, 0, concat(right('{agency-text}', 12), '-', i), sha2(i, 256),
          '2025-01-01 00:00:00' + interval i second, 'Agency', 'Carrier', 'Attester', 'Officer', 'v1', 'I attest.'
        """);
    make(
        owner,
        from,
        to,
        """
        insert into submission_period (submission_id, revision, period, agency_id, carrier_id)
        select {id}, 1, concat(2000 + i %% 20, '-06'), {agency}, {carrier}
        """);
  }

  private void make(Owner owner, int from, int to, String statement) {
    String text =
        (statement + " from " + NUMBERS)
            .replace("{content}", CONTENT)
            .replace("{id}", ID.formatted(owner.prefix()))
            .replace("{word}", WORD)
            .replace("{number}", NUMBER)
            .replace("{state}", STATE)
            .replace("{status}", STATUS)
            .replace("%%", "%")
            .replace("%d + a.d", from + " + a.d")
            .replace("i <= %d", "i <= " + to)
            .replace("{agency-text}", owner.agency().toString())
            .replace("{agency}", Ids.literal(owner.agency()))
            .replace("{carrier}", Ids.literal(owner.carrier()))
            .replace("{reporter}", Ids.literal(owner.reporter()))
            .replace("{relationship}", Ids.literal(owner.relationship()))
            .replace("{submission}", Ids.literal(owner.submission()))
            .replace("{upload}", Ids.literal(owner.upload()));
    statements.run(text);
  }

  private static UUID id(Owner owner, int i) {
    UUID agency = owner.agency();
    return new UUID(
        agency.getMostSignificantBits(), agency.getLeastSignificantBits() & ~0xFFFF_FFFF_FFFFL | i);
  }
}
