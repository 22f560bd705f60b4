package app.upline.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.DatabaseTypeRegister;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.jdbc.Results;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScriptExecutor;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script from the first statement that is not known to be done. Rows that a statement
 * changes are committed together with the note that it is done; a change of the schema commits by
 * itself, so the statement at which the script was broken off may be done without a note, and then
 * finds what it wants to make already there.
 *
 * <p>An update prepares all rows for the statement behind it. An instance of the version before
 * that writes meanwhile leaves rows that the update did not see: then both are run again.
 */
final class ResumableScript implements SqlScriptExecutor {

  /**
   * What a change of the schema answers the second time: a table, column, key or constraint that is
   * there already (1050, 1060, 1061, 1068, 1826, 3822; MariaDB says 1005 of a foreign key's name),
   * or one that is gone (1091, 1146, 3821, 3940).
   */
  private static final Set<Integer> DONE_BEFORE =
      Set.of(1050, 1060, 1061, 1068, 1826, 3822, 1005, 1091, 1146, 3821, 3940);

  /** A row that is there lacks what a change of the schema demands from now on. */
  private static final Set<Integer> ROW_IN_THE_WAY = Set.of(1138, 1265);

  private static final int TRIES = 10;

  private final Connection connection;

  ResumableScript(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<Results> execute(SqlScript script, Configuration configuration) {
    JdbcTemplate jdbc =
        new JdbcTemplate(
            connection,
            DatabaseTypeRegister.getDatabaseTypeForConnection(connection, configuration));
    String name = script.getResource().getFilename();
    try (SqlStatementIterator statements = script.getSqlStatements()) {
      MigrationSteps steps = MigrationSteps.of(connection, name);
      Run run = new Run(script, jdbc, configuration);
      int number = 0;
      SqlStatement before = null;
      while (statements.hasNext()) {
        SqlStatement statement = statements.next();
        number++;
        if (number > steps.done()) {
          boolean mayBeDone = steps.brokenOff() && number == steps.done() + 1;
          run(run, before, statement, mayBeDone);
          note(name, number);
        }
        before = statement;
      }
      return List.of();
    } catch (SQLException e) {
      throw new FlywayException("The progress of " + name + " cannot be kept", e);
    }
  }

  private void run(
      Run run, @Nullable SqlStatement before, SqlStatement statement, boolean mayBeDone)
      throws SQLException {
    SQLException failure = run.failureOf(statement);
    for (int tries = 1; isRowInTheWay(failure) && isUpdate(before) && tries < TRIES; tries++) {
      run.demand(before);
      MigrationSteps.commit(connection);
      failure = run.failureOf(statement);
    }
    if (failure != null && !(mayBeDone && DONE_BEFORE.contains(failure.getErrorCode()))) {
      throw run.broken(statement, failure);
    }
  }

  private static boolean isRowInTheWay(@Nullable SQLException failure) {
    return failure != null && ROW_IN_THE_WAY.contains(failure.getErrorCode());
  }

  private static boolean isUpdate(@Nullable SqlStatement statement) {
    return statement != null
        && statement.getSql().strip().toLowerCase(Locale.ROOT).startsWith("update ");
  }

  /** How the statements of a script are run. */
  private final class Run {
    private final SqlScript script;
    private final JdbcTemplate jdbc;
    private final Configuration configuration;

    Run(SqlScript script, JdbcTemplate jdbc, Configuration configuration) {
      this.script = script;
      this.jdbc = jdbc;
      this.configuration = configuration;
    }

    FlywaySqlScriptException broken(SqlStatement statement, SQLException failure) {
      return new FlywaySqlScriptException(
          script.getResource(), statement, failure, configuration.getCurrentEnvironmentName());
    }

    @Nullable SQLException failureOf(SqlStatement statement) {
      return statement.execute(jdbc, ResumableScript.this, configuration).getException();
    }

    void demand(SqlStatement statement) {
      SQLException failure = failureOf(statement);
      if (failure != null) {
        throw broken(statement, failure);
      }
    }
  }

  private void note(String name, int number) throws SQLException {
    try (PreparedStatement note =
        connection.prepareStatement("update migration_step set done = ? where script = ?")) {
      note.setInt(1, number);
      note.setString(2, name);
      note.executeUpdate();
    }
    MigrationSteps.commit(connection);
  }
}
