package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file is about one thing, and so it is short; a table of fields is as long as the form is. */
class FileLengthTest {
  private static final int LONGEST = 300;
  private static final String TABLE_OF_FIELDS = "Fields.java";
  private static final List<Path> SOURCES =
      Stream.of("server", "workbook", "local")
          .map(module -> Path.of("..", module, "src", "main", "java"))
          .toList();

  @Test
  void noFileIsLongerThanAPersonReadsInOneGo() {
    assertThat(files()).hasSizeGreaterThan(500);
    assertThat(files().stream().filter(file -> !file.toString().endsWith(TABLE_OF_FIELDS)))
        .filteredOn(file -> lines(file) > LONGEST)
        .isEmpty();
  }

  private static List<Path> files() {
    return SOURCES.stream().flatMap(FileLengthTest::javaFiles).toList();
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
