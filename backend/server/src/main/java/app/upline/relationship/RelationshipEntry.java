package app.upline.relationship;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.sheet.SheetEntry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of an uploaded sheet of relationships.
 *
 * @param upstream the reference, or own reference, of the row above it; null when blank
 * @param upstreamGiven whether the sheet has a column for it
 */
public record RelationshipEntry(
    int row,
    @Nullable String reference,
    @Nullable String upstream,
    boolean upstreamGiven,
    Draft<RelationshipDetails> typed,
    Set<Field<RelationshipDetails, ?>> given)
    implements SheetEntry<RelationshipDetails> {

  @Override
  public @Nullable String ownReference() {
    return typed.get(RelationshipFields.OWN_REFERENCE);
  }
}
