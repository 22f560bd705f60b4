package app.upline.platform.migration;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account that migrates, where it is another than the application's.
 *
 * @param username may change the schema and grant rights on its tables
 */
@ConfigurationProperties("upline.migration")
record MigrationSettings(@Nullable String username, @Nullable String password)
    implements MigrationAccounts {

  @Override
  public Optional<MigrationAccount> account() {
    return username == null || username.isBlank()
        ? Optional.empty()
        : Optional.of(new MigrationAccount(username, password == null ? "" : password));
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "MigrationSettings[]";
  }
}
