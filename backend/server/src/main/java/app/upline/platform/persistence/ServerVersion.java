package app.upline.platform.persistence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a database server, or its program, says of itself, such as {@code 11.8.9-MariaDB-4 from
 * Debian} or {@code 8.4.7}.
 */
public record ServerVersion(Engine engine, int major, int minor) {

  /** The two that are supported, and the oldest version of each. */
  public enum Engine {
    MYSQL("MySQL", 8, 4),
    MARIADB("MariaDB", 11, 4);

    private final String title;
    private final int oldestMajor;
    private final int oldestMinor;

    Engine(String title, int oldestMajor, int oldestMinor) {
      this.title = title;
      this.oldestMajor = oldestMajor;
      this.oldestMinor = oldestMinor;
    }

    @Override
    public String toString() {
      return "%s %d.%d".formatted(title, oldestMajor, oldestMinor);
    }
  }

  /** A server begins with it; a program puts its own path, which may hold any number, before. */
  private static final Pattern NUMBER = Pattern.compile("(?:^|\\bVer )(\\d+)\\.(\\d+)");

  /**
   * @param words all that the server says of itself; MySQL's own builds do not name it, and every
   *     build of MariaDB does
   */
  public static Optional<ServerVersion> of(String words) {
    Matcher number = NUMBER.matcher(words);
    if (!number.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new ServerVersion(
            words.substring(number.start()).contains(Engine.MARIADB.title)
                ? Engine.MARIADB
                : Engine.MYSQL,
            Integer.parseInt(number.group(1)),
            Integer.parseInt(number.group(2))));
  }

  public boolean isSupported() {
    return major > engine.oldestMajor
        || (major == engine.oldestMajor && minor >= engine.oldestMinor);
  }

  @Override
  public String toString() {
    return "%s %d.%d".formatted(engine.title, major, minor);
  }
}
