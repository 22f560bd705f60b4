package app.upline.oversight;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a carrier writes down about an incident, and what the agency says to it. */
@Singleton
public final class FindingService {

  private static final int LONGEST = 2_000;
  private static final int MOST_ANSWERS = 50;

  private static final String INSERT =
      """
      insert into finding (id, carrier_id, agency_id, incident_id, kind, visible_to_agency, text, author, author_name, written_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_ANSWER =
      "insert into finding_answer (id, finding_id, text, author, author_name, written_at) values (?, ?, ?, ?, ?, ?)";

  private final Database database;
  private final TriageRows triage;
  private final Ids ids;
  private final Clock clock;

  FindingService(Database database, TriageRows triage, Ids ids, Clock clock) {
    this.database = database;
    this.triage = triage;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Those that the caller may see, oldest first; empty when the incident is not in the caller's
   * sight.
   */
  public Optional<Page<Finding>> page(CurrentUser user, UUID incidentId, PageRequest request) {
    return database.reading(
        () ->
            sees(user, incidentId) ? Optional.of(of(user, incidentId, request)) : Optional.empty());
  }

  /** Adds one to an incident that the carrier holds. */
  public Outcome<Finding> add(
      CurrentUser user,
      UUID incidentId,
      Finding.@Nullable Kind kind,
      @Nullable Boolean visible,
      @Nullable String text) {
    return database.writing(
        () -> {
          Optional<TriageItem> item = triage.find(user.carrierId(), incidentId);
          if (item.isEmpty()) {
            return new Outcome.NotFound<>();
          }
          Remark remark = new Remark(text);
          List<Fault> faults = new ArrayList<>(remark.faults("/text", LONGEST, true));
          if (kind == null) {
            faults.add(new Fault("/kind", "REQUIRED", "Say whether it is a finding or a note."));
          }
          if (visible == null) {
            faults.add(
                new Fault("/visibleToAgency", "REQUIRED", "Say whether the agency may see it."));
          }
          return kind == null || visible == null || !faults.isEmpty()
              ? new Outcome.Refused<>(faults)
              : new Outcome.Done<>(insert(user, item.get(), kind, visible, remark.words()));
        });
  }

  /** The agency answers what it sees. */
  public Outcome<Finding> answer(CurrentUser user, UUID findingId, @Nullable String text) {
    return database.writing(
        () -> {
          Optional<Finding> found =
              database.first(
                  Sql.of(
                      "select * from finding where id = ? and agency_id = ? and visible_to_agency for update",
                      findingId,
                      user.agencyId()),
                  FindingService::finding);
          if (found.isEmpty()) {
            return new Outcome.NotFound<>();
          }
          Remark remark = new Remark(text);
          List<Fault> faults = remark.faults("/text", LONGEST, true);
          if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults);
          }
          if (withAnswers(found.get()).answers().size() >= MOST_ANSWERS) {
            return new Outcome.WrongState<>(
                "This finding has %d answers already.".formatted(MOST_ANSWERS), List.of());
          }
          database.update(
              Sql.of(
                  INSERT_ANSWER,
                  ids.next(),
                  findingId,
                  remark.words(),
                  user.id(),
                  user.name(),
                  clock.instant()));
          return new Outcome.Done<>(withAnswers(found.get()));
        });
  }

  /** What the carrier asks of the agency when it waits for it. */
  void request(CurrentUser user, TriageItem item, String text) {
    insert(user, item, Finding.Kind.REQUEST, true, text);
  }

  private Finding insert(
      CurrentUser user, TriageItem item, Finding.Kind kind, boolean visible, String text) {
    Finding finding =
        new Finding(
            ids.next(),
            item.incidentId(),
            kind,
            visible,
            text,
            user.name(),
            clock.instant(),
            List.of());
    database.update(
        Sql.of(
            INSERT,
            finding.id(),
            user.carrierId(),
            item.agency().id(),
            finding.incidentId(),
            kind,
            visible,
            text,
            user.id(),
            user.name(),
            finding.at()));
    return finding;
  }

  private boolean sees(CurrentUser user, UUID incidentId) {
    return switch (user.kind()) {
      case CARRIER -> triage.find(user.carrierId(), incidentId).isPresent();
      case AGENCY ->
          database
              .first(
                  Sql.of(
                      "select 1 from incident where id = ? and agency_id = ?",
                      incidentId,
                      user.agencyId()),
                  row -> 1)
              .isPresent();
    };
  }

  private Page<Finding> of(CurrentUser user, UUID incidentId, PageRequest request) {
    boolean agency = user.kind() == OrganisationKind.AGENCY;
    Sql sql =
        Sql.of(
            agency
                ? "select * from finding where agency_id = ? and incident_id = ? and visible_to_agency = true"
                : "select * from finding where carrier_id = ? and incident_id = ?",
            user.organisationId(),
            incidentId);
    if (!request.isFirst()) {
      sql.add("and id > ?", request.after().getFirst());
    }
    sql.add("order by id limit ?", request.limit() + 1);
    Page<Finding> page =
        Page.of(
            database.query(sql, FindingService::finding),
            request.limit(),
            finding -> List.of(finding.id().toString()));
    Map<UUID, List<Finding.Answer>> answers =
        answers(page.items().stream().map(Finding::id).toList());
    return page.map(finding -> finding.withAnswers(answers.getOrDefault(finding.id(), List.of())));
  }

  private Finding withAnswers(Finding finding) {
    return finding.withAnswers(
        answers(List.of(finding.id())).getOrDefault(finding.id(), List.of()));
  }

  private Map<UUID, List<Finding.Answer>> answers(List<UUID> findings) {
    Map<UUID, List<Finding.Answer>> answers = new LinkedHashMap<>();
    if (!findings.isEmpty()) {
      database.query(
          Sql.of("select finding_id, text, author_name, written_at from finding_answer where 1 = 1")
              .addIn("and finding_id in", findings)
              .add("order by finding_id, id"),
          row ->
              answers
                  .computeIfAbsent(uuid(row, "finding_id"), id -> new ArrayList<>())
                  .add(
                      new Finding.Answer(
                          row.getString("text"),
                          row.getString("author_name"),
                          instant(row, "written_at"))));
    }
    return answers;
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        uuid(row, "id"),
        uuid(row, "incident_id"),
        Finding.Kind.valueOf(row.getString("kind")),
        row.getBoolean("visible_to_agency"),
        row.getString("text"),
        row.getString("author_name"),
        instant(row, "written_at"),
        List.of());
  }
}
