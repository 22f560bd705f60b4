package app.upline.relationship;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of an uploaded sheet, before it is known what it is a row about.
 *
 * @param row its number in the sheet
 * @param reference the register's reference that it names, if any
 * @param upstream the reference, or own reference, of the row above it; null when blank
 * @param upstreamGiven whether the sheet has a column for it
 * @param typed what its cells hold, and what is wrong with them
 * @param given the fields that the sheet has columns for; all others stay as they are
 */
public record SheetEntry(
    int row,
    @Nullable String reference,
    @Nullable String upstream,
    boolean upstreamGiven,
    Draft<RelationshipDetails> typed,
    Set<Field<RelationshipDetails, ?>> given) {

  /** Where faults about the two references are pointed at; they are no fields of the record. */
  public static final String REFERENCE_POINTER = "/reference";
}
