package app.upline.beneficiary;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of blocks, and of who read them. */
@Singleton
final class BeneficiaryTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        // Sealed again under another key, or erased.
        entry("incident_beneficiary", TableRight.columns("key_version", "sealed", "mbi_hash")),
        entry("beneficiary_reveal", TableRight.NOTHING));
  }
}
