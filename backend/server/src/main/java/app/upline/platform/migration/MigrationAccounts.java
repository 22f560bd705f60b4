package app.upline.platform.migration;

import java.util.Optional;

/** Knows the account of a database that the service brings itself. */
@FunctionalInterface
public interface MigrationAccounts {
  Optional<MigrationAccount> account();
}
