package app.upline.submission;

import jakarta.inject.Singleton;

/** Finds what is particular to the kind of a submission. */
@Singleton
final class RecordKinds {

  private final RelationshipKind relationships;

  RecordKinds(RelationshipKind relationships) {
    this.relationships = relationships;
  }

  RecordKind of(Submission submission) {
    return of(submission.kind());
  }

  RecordKind of(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS -> relationships;
    };
  }
}
