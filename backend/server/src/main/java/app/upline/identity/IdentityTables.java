package app.upline.identity;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of people and machines, and of how they show who they are. */
@Singleton
final class IdentityTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("app_user", TableRight.CHANGED),
        entry("service_account", TableRight.CHANGED),
        entry("session", TableRight.CHANGED),
        entry("invitation", TableRight.CHANGED),
        entry("role_change", TableRight.CHANGED),
        // Settings of today, of which the trail tells yesterday's, and what runs out.
        entry("app_user_role", TableRight.CHANGED_AND_DELETED),
        entry("service_credential", TableRight.CHANGED_AND_DELETED),
        entry("organization_security", TableRight.CHANGED_AND_DELETED),
        entry("identity_provider", TableRight.CHANGED_AND_DELETED),
        entry("identity_provider_role", TableRight.CHANGED_AND_DELETED),
        entry("federated_identity", TableRight.CHANGED_AND_DELETED),
        entry("second_factor", TableRight.CHANGED_AND_DELETED),
        entry("recovery_code", TableRight.CHANGED_AND_DELETED),
        entry("known_sign_in_source", TableRight.CHANGED_AND_DELETED),
        entry("sign_in_failure", TableRight.CHANGED_AND_DELETED),
        entry("sign_in_permit", TableRight.CHANGED_AND_DELETED),
        entry("sign_in_challenge", TableRight.CHANGED_AND_DELETED),
        entry("single_sign_on_attempt", TableRight.CHANGED_AND_DELETED),
        entry("used_client_assertion", TableRight.CHANGED_AND_DELETED),
        entry("email_change", TableRight.CHANGED_AND_DELETED),
        entry("email_link", TableRight.CHANGED_AND_DELETED),
        entry("refresh_token", TableRight.CHANGED_AND_DELETED));
  }
}
