package app.upline.platform.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** All versions of one kind of key; each room that has one offers it to the {@link KeyGuard}. */
public interface GuardedKeys {

  /** As the database calls the kind, in capitals. */
  String kind();

  /** As a sentence calls one version: {@code version 2 of the personal data key}. */
  String name(String version);

  /** The environment variable that they come from. */
  String setting();

  List<? extends GuardedKey> all();

  /**
   * Whether a version that the database knows, and that is not configured any more, is still
   * needed.
   */
  boolean isNeeded(String version, Connection connection) throws SQLException;
}
