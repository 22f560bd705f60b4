/**
 * What was disclosed to which carrier and when: drafts, attestation, receipt and review.
 *
 * <p>Items, and what a carrier holds, are chosen and written by statements over the register's
 * tables ({@code SubmissionItems}, {@code DisclosureLedger}): a full disclosure is fifty thousand
 * rows, which would otherwise travel through memory to come back as they were.
 */
@NullMarked
package app.upline.submission;

import org.jspecify.annotations.NullMarked;
