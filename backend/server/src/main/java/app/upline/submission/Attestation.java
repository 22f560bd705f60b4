package app.upline.submission;

import java.time.Instant;

/**
 * Who vouched for a submission, and in which words.
 *
 * @param attestedBy the attester's name
 * @param title the attester's title in the agency
 */
public record Attestation(
    String attestedBy, String title, String wordingVersion, String wording, Instant attestedAt) {}
