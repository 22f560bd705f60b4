package app.upline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the servers that a machine's owner installed only one that is new enough is taken. */
class InstalledServersTest {
  @TempDir Path machine;

  @Test
  void anOlderServerIsPassedOverForANewerOneBehindIt() throws IOException {
    String old = server("old", "Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64");
    String older = server("older", "Ver 11.3.2-MariaDB for Linux on x86_64");
    String newer = server("newer", "Ver 11.4.5-MariaDB for Linux on x86_64");

    assertThat(ServerBinaries.installed(Stream.of("", old, older))).isEmpty();
    assertThat(ServerBinaries.installed(Stream.of(old, older, newer)).orElseThrow().server())
        .isEqualTo(Path.of(newer, "mariadbd").toRealPath());
  }

  @Test
  void aProgramThatCannotSayWhatItIsIsNoServer() throws IOException {
    String silent = server("silent", "");
    Path broken = Path.of(server("broken", ""), "mariadbd");
    Files.writeString(broken, "#!/nowhere/sh\n");

    assertThat(ServerBinaries.installed(Stream.of(silent, broken.getParent().toString())))
        .isEmpty();
  }

  /** What an installed server looks like from outside; answers its folder of programs. */
  private String server(String name, String version) throws IOException {
    Path programs = Files.createDirectories(machine.resolve(name).resolve("bin"));
    program(programs.resolve("mariadbd"), "echo 'mariadbd  %s'".formatted(version));
    program(programs.resolve("mariadb-install-db"), "exit 0");
    return programs.toString();
  }

  private static void program(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
