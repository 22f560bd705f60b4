package app.upline.submission;

import jakarta.inject.Singleton;

/** Finds what is particular to the kind of a submission. */
@Singleton
final class RecordKinds {

  private final RelationshipRecords relationships;
  private final IncidentRecords incidents;

  RecordKinds(RelationshipRecords relationships, IncidentRecords incidents) {
    this.relationships = relationships;
    this.incidents = incidents;
  }

  RecordKind of(Submission submission) {
    return of(submission.kind());
  }

  RecordKind of(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS -> relationships;
      case INCIDENTS -> incidents;
    };
  }
}
