package app.upline.disclosure;

import app.upline.relationship.Relationship;
import app.upline.submission.OrganizationRef;
import app.upline.submission.SubmissionStatus;
import java.time.Instant;
import java.util.UUID;

/** A relationship as a carrier holds it, and by which submission it came. */
public record DisclosedRelationship(
    OrganizationRef agency,
    Instant disclosedAt,
    UUID submissionId,
    String submissionReference,
    String receiptNumber,
    SubmissionStatus submissionStatus,
    Relationship relationship) {}
