package app.upline.platform.migration;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanInitializedEventListener;
import io.micronaut.context.event.BeanInitializingEvent;
import jakarta.inject.Singleton;

/**
 * Lets a command work by the account that migrates, for what the application's may not do. Where
 * one account does everything, nothing is different.
 */
@Singleton
@Requires(property = OwnersDatasource.WANTED, value = "true")
final class OwnersDatasource implements BeanInitializedEventListener<DatasourceConfiguration> {
  static final String WANTED = "upline.migration.as-owner";

  private final MigrationSettings settings;

  OwnersDatasource(MigrationSettings settings) {
    this.settings = settings;
  }

  @Override
  public DatasourceConfiguration onInitialized(
      BeanInitializingEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration datasource = event.getBean();
    if (datasource.getName().equals(MigrationByItsOwnAccount.DATASOURCE)) {
      settings
          .account()
          .ifPresent(
              owner -> {
                datasource.setUsername(owner.username());
                datasource.setPassword(owner.password());
              });
    }
    return datasource;
  }
}
