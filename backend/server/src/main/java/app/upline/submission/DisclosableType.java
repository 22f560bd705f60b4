package app.upline.submission;

import app.upline.agency.Carrier;
import app.upline.identity.CurrentUser;
import app.upline.platform.fields.Difference;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is particular to one kind of record; all else about submissions is the same for each. */
sealed interface DisclosableType permits RelationshipRecords, IncidentRecords {

  /** Those of the ids, at most a thousand, that the caller's agency may disclose to the carrier. */
  Set<UUID> known(CurrentUser user, Carrier to, Collection<UUID> ids);

  /**
   * Which records a draft takes, as a query with the one column of their ids.
   *
   * @param named with scope SELECTED, else empty
   */
  Sql chosen(Submission draft, Collection<UUID> named);

  /** What the answer to a return takes besides what was returned; null for nothing. */
  @Nullable Sql added(Submission returned);

  /**
   * What else must be true of a head, {@code h}, to be pinned; begins with {@code and}. What was
   * voided is told only to a carrier that holds it.
   */
  Sql pinnable(Submission submission);

  /**
   * The change type as an expression over {@code v}, the revision to be disclosed, and {@code p},
   * the one that the carrier had received before.
   */
  String changeType();

  /** Notes with the items of a revision what the carrier's policy says of them. */
  void settle(Submission submission, int revision);

  /** Why a submission without items may not be; empty when it may. */
  Optional<String> refusalOfNothing(CurrentUser user, Submission submission);

  /**
   * Marks the items that come too late, and answers how many those are; null where the carrier sets
   * no time.
   */
  @Nullable Integer markLate(Submission submission, Carrier carrier, Instant at);

  /** What keeps items from being submitted, once they are marked; each with its place. */
  List<Fault> faults(Submission submission, Reasons reasons);

  /** The carrier holds the items from now on. */
  void disclosed(Submission submission, Instant at);

  /** The carrier holds again what it held before. */
  void takenBack(Submission submission);

  /**
   * The record in a row with the columns of its id, {@code agency_id, reference}, its revision,
   * {@code created_at, revised_at, content}.
   */
  DisclosedRecord record(ResultSet row) throws SQLException;

  /**
   * How an item stands in time, from a row with the columns of an item, {@code i}, and the record's
   * {@code first_submitted_at} where it has one.
   *
   * @param at when the revision was submitted, or now
   */
  Database.Mapper<Optional<Timeliness>> timeliness(Submission submission, Instant at);

  /** The columns of the record's head, {@code r}, that {@link #timeliness} reads. */
  String timelinessColumns();

  /** What has changed, field by field, since the content that a carrier had received before. */
  List<Difference> differences(String before, DisclosedRecord now);

  /** What the canonical content says of an item besides the record: members with their JSON. */
  Map<String, String> itemMembers(ResultSet row) throws SQLException;

  /** By what it is found. */
  Set<String> facets(DisclosedRecord disclosed);

  /** How facets begin that serve the agency alone. */
  List<String> agencysOwnFacets();

  /** Whether the JSON pointer names a field, or a group of fields such as {@code /address}. */
  boolean isField(String pointer);
}
