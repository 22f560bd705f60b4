package app.upline.incident.workbook;

import app.upline.sheet.SheetColumns;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What a mapping of such a sheet can name. */
@Factory
final class IncidentSheetColumns {

  @Singleton
  @Named("incidents")
  SheetColumns incidents() {
    return new SheetColumns(IncidentSheet.FORM.subject(), IncidentSheet.FORM.columns());
  }
}
