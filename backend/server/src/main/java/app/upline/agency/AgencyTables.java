package app.upline.agency;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of organizations, and of what carriers ask and load. */
@Singleton
final class AgencyTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("organization", TableRight.NOTHING),
        entry("agency", TableRight.CHANGED),
        entry("agency_contract", TableRight.CHANGED),
        entry("agency_contract_past", TableRight.NOTHING),
        // One of the same day replaces what was said before.
        entry("organization_profile", TableRight.CHANGED_AND_DELETED),
        entry("carrier", TableRight.CHANGED),
        entry("carrier_lock", TableRight.CHANGED),
        entry("contract_directory_import", TableRight.CHANGED),
        entry("contract_directory", TableRight.CHANGED_AND_DELETED),
        entry("contract_directory_entry", TableRight.CHANGED_AND_DELETED),
        // One that does not apply yet is withdrawn.
        entry("reporting_policy", TableRight.CHANGED_AND_DELETED),
        entry("reference_mark", TableRight.NOTHING),
        entry("reference_sequence", TableRight.CHANGED_AND_DELETED));
  }
}
