package app.upline.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A MariaDB server program and what belongs to it.
 *
 * @param home the folder that the server knows as its base directory
 * @param server the server itself
 * @param setUp the script that makes an empty data directory
 */
record ServerBinaries(Path home, Path server, Path setUp) {
  private static final int OLDEST_MAJOR = 11;
  private static final int OLDEST_MINOR = 4;
  private static final Pattern VERSION = Pattern.compile("\\bVer (\\d+)\\.(\\d+)\\S*MariaDB");
  private static final List<String> USUAL_FOLDERS =
      List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");

  /**
   * Finds the program: the one that came on the class path for this platform, else an installed
   * one.
   *
   * @param cache where the packaged program is unpacked, once
   */
  static ServerBinaries find(Path cache) throws IOException {
    Optional<Path> unpacked = PackagedServer.unpackInto(cache);
    return unpacked
        .flatMap(home -> at(home, home.resolve("bin/mariadbd")))
        .or(ServerBinaries::installed)
        .orElseThrow(
            () ->
                new LocalDatabaseFailure(
                    "There is no packaged database server for this machine (%s, %s): install %s or newer so that mariadbd is on the PATH."
                        .formatted(
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"),
                            "MariaDB %d.%d".formatted(OLDEST_MAJOR, OLDEST_MINOR))));
  }

  /** A server that the machine's owner installed, and that is new enough. */
  private static Optional<ServerBinaries> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return installed(Stream.concat(Stream.of(path.split(":")), USUAL_FOLDERS.stream()));
  }

  static Optional<ServerBinaries> installed(Stream<String> folders) {
    return folders
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "mariadbd"))
        .filter(Files::isExecutable)
        .filter(ServerBinaries::isSupported)
        .flatMap(server -> installedAt(server).stream())
        .findFirst();
  }

  /** The application refuses older ones at every start. */
  private static boolean isSupported(Path server) {
    try {
      Process asked =
          new ProcessBuilder(server.toString(), "--no-defaults", "--version")
              .redirectErrorStream(true)
              .start();
      asked.getOutputStream().close();
      String words = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return isNewEnough(words);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @param words such as {@code mariadbd Ver 11.8.9-MariaDB-4 from Debian}; the program's own path,
   *     which may hold any number, stands before
   */
  static boolean isNewEnough(String words) {
    Matcher number = VERSION.matcher(words);
    if (!number.find()) {
      return false;
    }
    int major = Integer.parseInt(number.group(1));
    int minor = Integer.parseInt(number.group(2));
    return major > OLDEST_MAJOR || (major == OLDEST_MAJOR && minor >= OLDEST_MINOR);
  }

  private static Optional<ServerBinaries> installedAt(Path link) {
    try {
      Path server = link.toRealPath();
      return at(server.getParent().getParent(), server);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ServerBinaries> at(Path home, Path server) {
    return Stream.of("scripts", "bin")
        .map(folder -> home.resolve(folder).resolve("mariadb-install-db"))
        .filter(Files::isExecutable)
        .map(setUp -> new ServerBinaries(home, server, setUp))
        .findFirst();
  }

  /** Where the server finds its error messages; the layouts differ from packager to packager. */
  Optional<Path> messages() {
    return Stream.of("share", "share/mariadb", "share/mysql")
        .map(home::resolve)
        .filter(folder -> Files.isRegularFile(folder.resolve("english/errmsg.sys")))
        .findFirst();
  }
}
