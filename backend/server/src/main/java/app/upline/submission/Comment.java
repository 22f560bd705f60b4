package app.upline.submission;

import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A remark of the carrier's people and what was said to it: on a submission under review, or on an
 * incident that the carrier holds.
 *
 * @param place what it is on
 * @param told the version in which the agency first saw it; null before
 * @param entries all that was said, the remark first
 */
public record Comment(
    UUID id,
    UUID agencyId,
    UUID carrierId,
    Place place,
    UUID authorId,
    CommentState state,
    int version,
    @Nullable Integer told,
    List<CommentEntry> entries) {

  /**
   * What a remark is on.
   *
   * @param submissionId null when it is on an incident itself
   * @param revision of the submission
   * @param kind of the record
   * @param recordId null when it is on the submission as a whole
   * @param pointer the field of the record, as a JSON pointer
   */
  public record Place(
      @Nullable UUID submissionId,
      @Nullable String submissionReference,
      @Nullable Integer revision,
      SubmissionKind kind,
      @Nullable UUID recordId,
      @Nullable String reference,
      @Nullable String pointer) {

    /** By which people know it. */
    String name() {
      return Objects.requireNonNull(submissionReference == null ? reference : submissionReference);
    }
  }

  public Comment {
    entries = List.copyOf(entries);
  }

  /** What the remark says now. */
  public String text() {
    return Objects.requireNonNull(
        entries.stream()
            .filter(CommentEntry::saysWhatTheRemarkSays)
            .reduce((former, later) -> later)
            .orElseThrow()
            .text());
  }

  /** The remark itself, as it was written. */
  public CommentEntry written() {
    return entries.getFirst();
  }

  /** What its state allows the caller, by side, role and authorship. */
  public List<CommentAction> possibleFor(CurrentUser user) {
    return CommentAction.from(state).stream()
        .filter(action -> !Collections.disjoint(user.roles(), action.roles()))
        .filter(action -> !action.isForTheAuthor() || authorId.equals(user.id()))
        .toList();
  }

  /** As the caller may see it: what was corrected before the agency saw it never reaches it. */
  Comment seenBy(CurrentUser user) {
    if (user.kind() == OrganizationKind.CARRIER || told == null) {
      return this;
    }
    CommentEntry first =
        entries.stream()
            .filter(entry -> entry.version() <= told && entry.saysWhatTheRemarkSays())
            .reduce((former, later) -> later)
            .orElseThrow();
    CommentEntry shown =
        new CommentEntry(
            1, CommentAction.WRITE, first.text(), first.side(), first.by(), first.at());
    return with(
        Stream.concat(Stream.of(shown), entries.stream().filter(entry -> entry.version() > told))
            .toList());
  }

  Comment with(List<CommentEntry> others) {
    return new Comment(id, agencyId, carrierId, place, authorId, state, version, told, others);
  }

  /** The same after one more word. */
  Comment after(CommentEntry entry) {
    List<CommentEntry> all = new ArrayList<>(entries);
    all.add(entry);
    return new Comment(
        id, agencyId, carrierId, place, authorId, entry.action().to(), entry.version(), told, all);
  }

  /** Of its state, for the audit trail. */
  String digest() {
    return Digest.of(id, version, state, text());
  }
}
