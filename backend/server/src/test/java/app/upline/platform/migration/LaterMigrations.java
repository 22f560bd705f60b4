package app.upline.platform.migration;

import app.upline.testing.OwnSchema;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** All migrations, and one that comes after the first release. */
public final class LaterMigrations {

  private LaterMigrations() {}

  /** Brings a schema there, as the service would. */
  public static void run(OwnSchema schema) {
    of(Flyway.configure()
            .dataSource(schema.url(), schema.owner().username(), schema.owner().password()))
        .load()
        .migrate();
  }

  static Flyway on(DataSource source) {
    return of(Flyway.configure().dataSource(source)).load();
  }

  private static FluentConfiguration of(FluentConfiguration flyway) {
    return MigrationByItsOwnAccount.resumable(flyway)
        .locations("classpath:db/migration", "classpath:migration/later");
  }
}
