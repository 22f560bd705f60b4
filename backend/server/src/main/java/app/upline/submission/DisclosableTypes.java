package app.upline.submission;

import jakarta.inject.Singleton;

/** Finds what is particular to the kind of a submission. */
@Singleton
final class DisclosableTypes {

  private final RelationshipRecords relationships;
  private final IncidentRecords incidents;

  DisclosableTypes(RelationshipRecords relationships, IncidentRecords incidents) {
    this.relationships = relationships;
    this.incidents = incidents;
  }

  DisclosableType of(Submission submission) {
    return of(submission.kind());
  }

  DisclosableType of(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS -> relationships;
      case INCIDENTS -> incidents;
    };
  }
}
