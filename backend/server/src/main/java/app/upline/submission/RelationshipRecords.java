package app.upline.submission;

import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.agency.ReportingPolicy;
import app.upline.identity.CurrentUser;
import app.upline.platform.fields.Difference;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import app.upline.relationship.DisclosableRegister;
import app.upline.relationship.Facets;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipFields;
import app.upline.relationship.RelationshipService;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is particular to disclosing the register. */
@Singleton
final class RelationshipRecords implements DisclosableType {

  private static final String UNDISCLOSED =
      "select u.relationship_id from undisclosed_relationship u where u.agency_id = ? and u.carrier_id ="
          + " ?";

  private static final String REGISTER =
      "select r.id as relationship_id from relationship r where r.agency_id = ?";

  /** A mistake was never known to be so: the notice clock of what it said is none of it. */
  private static final String MARK_LATE =
      """
      update submission_item i
      join relationship_revision v
        on v.relationship_id = i.relationship_id and v.revision = i.relationship_revision
      set i.late = (i.change_type not in ('UNCHANGED', 'VOIDED') and datediff(?, v.known_on) > ?)
      where i.submission_id = ? and i.revision = ?
      """;

  private final Database database;
  private final Directory directory;
  private final DisclosableRegister register;
  private final RelationshipBlockers scrutiny;

  RelationshipRecords(
      Database database,
      Directory directory,
      DisclosableRegister register,
      RelationshipBlockers scrutiny) {
    this.scrutiny = scrutiny;
    this.database = database;
    this.directory = directory;
    this.register = register;
  }

  @Override
  public Set<UUID> known(CurrentUser user, Carrier to, Collection<UUID> ids) {
    return register.known(user, ids);
  }

  @Override
  public Sql chosen(Submission s, Collection<UUID> named) {
    UUID agencyId = s.agency().id();
    return switch (s.scope()) {
      case CHANGES -> Sql.of(UNDISCLOSED, agencyId, s.carrier().id());
      case FULL -> Sql.of(REGISTER, agencyId);
      case SELECTED -> Sql.of(REGISTER, agencyId).addIn("and r.id in", named);
      case PERIOD -> throw new IllegalStateException("A register has no month");
    };
  }

  @Override
  public @Nullable Sql added(Submission s) {
    return s.scope() == SubmissionScope.SELECTED
        ? null
        : Sql.of(UNDISCLOSED, s.agency().id(), s.carrier().id());
  }

  @Override
  public Sql pinnable(Submission s) {
    return Sql.of("and (not h.voided or exists (")
        .add(ItemStatements.told(s.kind()), s.carrier().id(), s.id())
        .add("))");
  }

  @Override
  public String changeType() {
    return """
    case when p.content_sha256 = v.content_sha256 then 'UNCHANGED'
         when v.voided then 'VOIDED'
         when p.revision is null or p.voided then 'ADDED'
         when v.end_date is not null and p.end_date is null then 'ENDED'
         else 'CHANGED' end
    """;
  }

  @Override
  public void settle(Submission s, int revision) {
    // a register is not due by a day
  }

  /** Some carriers want to be told that there are no relationships, others do not. */
  @Override
  public Optional<String> refusalOfNothing(CurrentUser user, Submission submission) {
    Carrier carrier = directory.carrier(user, submission.carrier().id()).orElseThrow();
    if (!carrier.policy().noRelationshipsDeclarationWanted()) {
      return Optional.of(
          "%s has received every relationship in its newest revision, and wants no report where there is nothing to report."
              .formatted(carrier.name()));
    }
    return register.hasActive(user)
        ? Optional.of(
            "There are active relationships, so %s cannot be told that there are none; it has received each in its newest revision, or the draft needs a refresh."
                .formatted(carrier.name()))
        : Optional.empty();
  }

  /** After the carrier's notice period; a day counts where the carrier is. */
  @Override
  public @Nullable Integer markLate(Submission s, Carrier carrier, Instant at) {
    ReportingPolicy policy = carrier.policy();
    return switch (policy.relationshipNotice()) {
      case AS_CHANGES_OCCUR -> null;
      case WITHIN_DAYS -> {
        database.update(
            Sql.of(
                MARK_LATE,
                LocalDate.ofInstant(at, carrier.timeZone()),
                Objects.requireNonNull(policy.relationshipNoticeDays()),
                s.id(),
                s.revision()));
        yield database
            .first(
                Sql.of(
                    "select count(*) from submission_item i where i.submission_id = ? and"
                        + " i.revision = ? and i.late",
                    s.id(),
                    s.revision()),
                row -> row.getInt(1))
            .orElseThrow();
      }
    };
  }

  @Override
  public List<Fault> faults(Submission s, Reasons reasons) {
    return scrutiny.faults(s, reasons);
  }

  @Override
  public void disclosed(Submission s, Instant at) {
    // nothing of a relationship depends on it
  }

  @Override
  public void takenBack(Submission s) {
    // nothing of a relationship depends on it
  }

  @Override
  public String timelinessColumns() {
    return "";
  }

  @Override
  public Database.Mapper<Optional<Timeliness>> timeliness(Submission s, Instant at) {
    return row -> Optional.empty();
  }

  @Override
  public Map<String, String> itemMembers(ResultSet row) {
    return Map.of();
  }

  @Override
  public DisclosedRecord record(ResultSet row) throws SQLException {
    return new DisclosedRecord.OfRelationship(register.relationship(row));
  }

  @Override
  public List<Difference> differences(String before, DisclosedRecord now) {
    return RelationshipService.differences(register.details(before), relationship(now).details());
  }

  @Override
  public Set<String> facets(DisclosedRecord disclosed) {
    Relationship relationship = relationship(disclosed);
    return Facets.of(relationship.reference(), relationship.details());
  }

  /** By the name the agency finds likely duplicates. */
  @Override
  public List<String> agencysOwnFacets() {
    return List.of("name:", Facets.SAME);
  }

  @Override
  public boolean isField(String pointer) {
    return RelationshipFields.ALL.all().stream()
        .anyMatch(f -> f.pointer().equals(pointer) || f.pointer().startsWith(pointer + "/"));
  }

  private static Relationship relationship(DisclosedRecord disclosed) {
    return switch (disclosed) {
      case DisclosedRecord.OfRelationship(Relationship relationship) -> relationship;
      case DisclosedRecord.OfIncident other ->
          throw new IllegalArgumentException(other.reference() + " is no relationship");
    };
  }
}
