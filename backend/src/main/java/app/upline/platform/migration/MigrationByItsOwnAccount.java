package app.upline.platform.migration;

import db.migration.V34__canonical_addresses_and_own_references;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Migrates by the account that is set for it, and grants the application's account what it needs.
 * Without one the application's account migrates, and then nothing keeps it from the audit trail.
 */
@Singleton
@Named(MigrationByItsOwnAccount.DATASOURCE)
final class MigrationByItsOwnAccount implements FlywayConfigurationCustomizer {
  static final String DATASOURCE = "default";

  private final DatasourceConfiguration datasource;
  private final List<MigrationAccounts> accounts;

  MigrationByItsOwnAccount(
      @Named(DATASOURCE) DatasourceConfiguration datasource, List<MigrationAccounts> accounts) {
    this.datasource = datasource;
    this.accounts = accounts;
  }

  @Override
  public String getName() {
    return DATASOURCE;
  }

  @Override
  public void customizeFluentConfiguration(FluentConfiguration flyway) {
    resumable(flyway);
    accounts.stream()
        .map(MigrationAccounts::account)
        .flatMap(Optional::stream)
        .filter(account -> !account.username().equals(datasource.getUsername()))
        .findFirst()
        .ifPresent(
            account -> {
              ApplicationAccount application = ApplicationAccount.of(flyway.getDataSource());
              flyway.dataSource(datasource.getUrl(), account.username(), account.password());
              flyway.callbacks(new ForgottenFailures(), new GrantsAfterMigration(application));
            });
  }

  /** A start that was broken off goes on with the next. */
  static FluentConfiguration resumable(FluentConfiguration flyway) {
    return flyway
        .skipDefaultResolvers(true)
        .resolvers(new ResumableMigrations())
        .javaMigrations(new V34__canonical_addresses_and_own_references())
        .callbacks(new ForgottenFailures());
  }
}
