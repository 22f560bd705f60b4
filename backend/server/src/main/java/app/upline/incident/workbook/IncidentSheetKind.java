package app.upline.incident.workbook;

import app.upline.incident.IncidentBulk;
import app.upline.incident.IncidentRow;
import app.upline.sheet.BulkApplier;
import app.upline.sheet.RecordSheet;
import app.upline.sheet.SheetKind;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sheets of incidents. */
@Singleton
public final class IncidentSheetKind implements SheetKind<IncidentRow> {

  private final IncidentBulk bulk;

  IncidentSheetKind(IncidentBulk bulk) {
    this.bulk = bulk;
  }

  @Override
  public RecordSheet<IncidentRow> form() {
    return IncidentSheet.FORM;
  }

  @Override
  public BulkApplier<IncidentRow> bulk(@Nullable UUID carrierId) {
    return bulk.forCarrier(carrierId);
  }

  @Override
  public String operation() {
    return "importIncidents";
  }
}
