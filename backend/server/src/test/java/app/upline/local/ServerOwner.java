package app.upline.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A JVM of its own that owns a local database, writes a row and waits to be killed. */
final class ServerOwner {
  static final String READY = "row written";

  private ServerOwner() {}

  public static void main(String[] args) throws SQLException, InterruptedException {
    LocalDatabase database =
        LocalDatabase.start(new LocalDatabaseSettings(Path.of(args[0]), 0, false, true));
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.owner().username(), database.owner().password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table note (text varchar(50))");
      statement.execute("insert into note values ('still here')");
    }
    System.out.println(READY);
    Thread.sleep(Long.MAX_VALUE);
  }
}
