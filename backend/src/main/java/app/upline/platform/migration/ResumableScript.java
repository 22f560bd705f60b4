package app.upline.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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

/**
 * Runs a script from the first statement that is not known to be done. Rows that a statement
 * changes are committed together with the note that it is done; a change of the schema commits by
 * itself, so the statement at which the script was broken off may be done without a note, and then
 * finds what it wants to make already there.
 */
final class ResumableScript implements SqlScriptExecutor {

  /**
   * What a change of the schema answers the second time: a table, column, key or constraint that is
   * there already (1050, 1060, 1061, 1068, 1826, 3822; MariaDB says 1005 of a foreign key's name),
   * or one that is gone (1091, 1146, 3821, 3940).
   */
  private static final Set<Integer> DONE_BEFORE =
      Set.of(1050, 1060, 1061, 1068, 1826, 3822, 1005, 1091, 1146, 3821, 3940);

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
      int number = 0;
      while (statements.hasNext()) {
        SqlStatement statement = statements.next();
        number++;
        if (number > steps.done()) {
          boolean mayBeDone = steps.brokenOff() && number == steps.done() + 1;
          run(script, statement, jdbc, configuration, mayBeDone);
          note(name, number);
        }
      }
      return List.of();
    } catch (SQLException e) {
      throw new FlywayException("The progress of " + name + " cannot be kept", e);
    }
  }

  private void run(
      SqlScript script,
      SqlStatement statement,
      JdbcTemplate jdbc,
      Configuration configuration,
      boolean mayBeDone) {
    SQLException failure = statement.execute(jdbc, this, configuration).getException();
    if (failure != null && !(mayBeDone && DONE_BEFORE.contains(failure.getErrorCode()))) {
      throw new FlywaySqlScriptException(script.getResource(), statement, failure);
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
