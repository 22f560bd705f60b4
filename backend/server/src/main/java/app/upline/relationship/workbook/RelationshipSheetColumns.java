package app.upline.relationship.workbook;

import app.upline.sheet.SheetColumns;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What a mapping of such a sheet can name. */
@Factory
final class RelationshipSheetColumns {

  @Singleton
  @Named("relationships")
  SheetColumns relationships() {
    return new SheetColumns(RelationshipSheet.FORM.subject(), RelationshipSheet.FORM.columns());
  }
}
