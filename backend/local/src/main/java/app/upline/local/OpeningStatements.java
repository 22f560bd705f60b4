package app.upline.local;

import java.util.ArrayList;
import java.util.List;

/** What the server runs at every start, before anyone can connect: one statement a line. */
final class OpeningStatements {
  static final String SCHEMA = "upline";
  static final String USERNAME = "app";
  static final String OWNER = "owner";

  private OpeningStatements() {}

  /**
   * Two accounts, and only from this machine; the passwordless ones of the set-up script go. The
   * application's can add and read; what it may change and delete is granted table by table after
   * the migrations, and outlives a start of the server alone.
   *
   * @param password letters and digits only, as {@link DataFolder#password()} makes it
   * @param ownerPassword likewise, of the account that migrates
   * @param freshSchema whether the schema of the last run is dropped
   */
  static String text(String password, String ownerPassword, boolean freshSchema) {
    List<String> lines = new ArrayList<>();
    lines.add("DELETE FROM mysql.global_priv WHERE User IN ('', 'root');");
    lines.add("DELETE FROM mysql.proxies_priv;");
    lines.add("FLUSH PRIVILEGES;");
    account(lines, USERNAME, password);
    // One cannot take back what is not there: the first of these makes sure that something is.
    lines.add("GRANT SELECT ON `%s`.* TO '%s'@'127.0.0.1';".formatted(SCHEMA, USERNAME));
    lines.add("REVOKE ALL PRIVILEGES ON `%s`.* FROM '%s'@'127.0.0.1';".formatted(SCHEMA, USERNAME));
    lines.add("GRANT SELECT, INSERT ON `%s`.* TO '%s'@'127.0.0.1';".formatted(SCHEMA, USERNAME));
    account(lines, OWNER, ownerPassword);
    lines.add(
        "GRANT ALL PRIVILEGES ON `%s`.* TO '%s'@'127.0.0.1' WITH GRANT OPTION;"
            .formatted(SCHEMA, OWNER));
    if (freshSchema) {
      lines.add("DROP DATABASE IF EXISTS `%s`;".formatted(SCHEMA));
    }
    lines.add(
        "CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;"
            .formatted(SCHEMA));
    return String.join("\n", lines) + "\n";
  }

  private static void account(List<String> lines, String name, String password) {
    lines.add("CREATE USER IF NOT EXISTS '%s'@'127.0.0.1';".formatted(name));
    lines.add("ALTER USER '%s'@'127.0.0.1' IDENTIFIED BY '%s';".formatted(name, password));
  }
}
