package app.upline.submission;

import app.upline.relationship.Relationship;
import java.time.Instant;
import java.util.UUID;

/** A relationship as a carrier holds it, and by which submission it came. */
public record DisclosedRelationship(
    Party agency,
    Instant disclosedAt,
    UUID submissionId,
    String submissionReference,
    String receiptNumber,
    SubmissionStatus submissionStatus,
    Relationship relationship) {}
