package app.upline.submission;

import app.upline.agency.Carrier;
import app.upline.identity.CurrentUser;
import app.upline.platform.fields.Difference;
import app.upline.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is particular to one kind of record; all else about submissions is the same for each. */
sealed interface RecordKind permits RelationshipKind {

  SubmissionKind kind();

  /** Those of the ids, at most a thousand, that the caller's agency may disclose to the carrier. */
  Set<UUID> known(CurrentUser user, Carrier to, Collection<UUID> ids);

  /**
   * Which records a draft takes, as a query with the one column {@code {record}_id}.
   *
   * @param named with scope SELECTED, else empty
   */
  Sql chosen(Submission draft, Collection<UUID> named);

  /** What the answer to a return takes besides what was returned; null for nothing. */
  @Nullable Sql added(Submission returned);

  /**
   * The change type as an expression over {@code v}, the revision to be disclosed, and {@code p},
   * the one that the carrier had received before.
   */
  String changeType();

  /** Why a submission without items may not be; empty when it may. */
  Optional<String> refusalOfNothing(CurrentUser user, Submission submission);

  /**
   * Marks the items that come too late, and answers how many those are; null where the carrier sets
   * no time.
   */
  @Nullable Integer markLate(Submission submission, Carrier carrier, Instant at);

  /**
   * The record in a row with the columns {@code {record}_id, agency_id, reference,
   * {record}_revision, created_at, revised_at, content}.
   */
  DisclosedRecord record(ResultSet row) throws SQLException;

  /** What has changed, field by field, since the content that a carrier had received before. */
  List<Difference> differences(String before, DisclosedRecord now);

  /** By what it is found. */
  Set<String> facets(DisclosedRecord disclosed);

  /** How facets begin that serve the agency alone. */
  List<String> agencysOwnFacets();

  /** Whether the JSON pointer names a field, or a group of fields such as {@code /address}. */
  boolean isField(String pointer);
}
