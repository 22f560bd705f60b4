package app.upline.platform.migration;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Value;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Migrates by the account that is set for it, and grants the application's account what it needs.
 * Without one the application's account migrates, and then nothing keeps it from the audit trail.
 * Either has a connection of its own: a change of a large table takes longer than any request may
 * wait for the database.
 */
@Singleton
@Named(MigrationByItsOwnAccount.DATASOURCE)
final class MigrationByItsOwnAccount implements FlywayConfigurationCustomizer {
  static final String DATASOURCE = "default";

  private final DatasourceConfiguration datasource;
  private final List<MigrationAccounts> accounts;
  private final List<TableRights> rooms;
  private final OtherBuildsDatabase otherBuilds;

  MigrationByItsOwnAccount(
      @Named(DATASOURCE) DatasourceConfiguration datasource,
      List<MigrationAccounts> accounts,
      List<TableRights> rooms,
      @Value("${upline.local-database.enabled:false}") boolean local,
      @Value("${upline.local-database.folder:}") String folder) {
    this.datasource = datasource;
    this.accounts = accounts;
    this.rooms = rooms;
    this.otherBuilds = new OtherBuildsDatabase(local ? Optional.of(folder) : Optional.empty());
  }

  @Override
  public String getName() {
    return DATASOURCE;
  }

  @Override
  public void customizeFluentConfiguration(FluentConfiguration flyway) {
    resumable(flyway).callbacks(new ForgottenFailures(), otherBuilds);
    DataSource pool = flyway.getDataSource();
    Optional<MigrationAccount> owner =
        accounts.stream()
            .map(MigrationAccounts::account)
            .flatMap(Optional::stream)
            .filter(account -> !account.username().equals(datasource.getUsername()))
            .findFirst();
    MigrationAccount migrating =
        owner.orElseGet(
            () -> new MigrationAccount(datasource.getUsername(), datasource.getPassword()));
    flyway.dataSource(datasource.getUrl(), migrating.username(), migrating.password());
    if (owner.isPresent()) {
      flyway.callbacks(
          new ForgottenFailures(),
          otherBuilds,
          new GrantsAfterMigration(ApplicationAccount.of(pool), GrantedTables.of(rooms)));
    }
  }

  /** A start that was broken off goes on with the next. */
  static FluentConfiguration resumable(FluentConfiguration flyway) {
    return flyway
        .skipDefaultResolvers(true)
        .resolvers(new ResumableMigrations())
        .callbacks(new ForgottenFailures());
  }
}
