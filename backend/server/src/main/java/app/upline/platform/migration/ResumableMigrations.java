package app.upline.platform.migration;

import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resolver.sql.SqlMigrationResolver;

/**
 * Finds the migrations where Flyway finds them, and has each run statement by statement, so that
 * one that was broken off goes on at the next start: neither MySQL nor MariaDB can roll back a
 * change of the schema, and Flyway by itself would begin the script again and fail at its first
 * table.
 *
 * <p>This leans on classes that Flyway calls internal, since its public API has no place for it.
 */
public final class ResumableMigrations implements MigrationResolver {

  @Override
  public Collection<ResolvedMigration> resolveMigrations(Context context) {
    SqlMigrationResolver scripts =
        new SqlMigrationResolver(
            context.resourceProvider,
            (connection, undo, batch, outputQueryResults) -> new ResumableScript(connection),
            context.sqlScriptFactory,
            context.configuration,
            new ParsingContext());
    return List.copyOf(scripts.resolveMigrations(context));
  }
}
