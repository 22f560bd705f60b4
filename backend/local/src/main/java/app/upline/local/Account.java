package app.upline.local;

/** An account of the local database. */
public record Account(String username, String password) {

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "Account[%s]".formatted(username);
  }
}
