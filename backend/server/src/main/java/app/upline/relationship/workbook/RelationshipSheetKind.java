package app.upline.relationship.workbook;

import app.upline.relationship.RelationshipBulk;
import app.upline.relationship.RelationshipEntry;
import app.upline.sheet.BulkApplier;
import app.upline.sheet.RecordSheet;
import app.upline.sheet.SheetKind;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sheets of the register. */
@Singleton
public final class RelationshipSheetKind implements SheetKind<RelationshipEntry> {

  private final RelationshipBulk bulk;

  RelationshipSheetKind(RelationshipBulk bulk) {
    this.bulk = bulk;
  }

  @Override
  public RecordSheet<RelationshipEntry> form() {
    return RelationshipSheet.FORM;
  }

  @Override
  public BulkApplier<RelationshipEntry> bulk(@Nullable UUID carrierId) {
    return bulk;
  }

  @Override
  public String operation() {
    return "importRelationships";
  }
}
