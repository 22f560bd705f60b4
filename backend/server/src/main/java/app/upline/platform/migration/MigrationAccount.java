package app.upline.platform.migration;

/** Who may change the schema. */
public record MigrationAccount(String username, String password) {

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "MigrationAccount[%s]".formatted(username);
  }
}
