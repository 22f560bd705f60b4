package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table that says what to edit for what names places that are there. */
class ReadmeTest {

  private static final Path TOP = Path.of("../..");
  private static final Path ROOMS = Path.of("src/main/java/app/upline");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]+ \\| ([^|]+) \\|$");
  private static final Pattern PLACE = Pattern.compile("`([A-Za-z.-]+(?:/[A-Za-z.*-]+)+)/?`");

  @Test
  void whatIsToBeEditedIsThere() throws IOException {
    String readme = Files.readString(TOP.resolve("README.md"));
    List<String> places =
        ROW.matcher(readme)
            .results()
            .map(row -> row.group(1))
            .flatMap(ReadmeTest::places)
            .distinct()
            .toList();

    assertThat(places).hasSizeGreaterThan(20);
    assertThat(places).filteredOn(place -> !isThere(place)).isEmpty();
  }

  private static Stream<String> places(String cell) {
    return PLACE.matcher(cell).results().map((MatchResult place) -> place.group(1));
  }

  private static boolean isThere(String place) {
    return Files.exists(TOP.resolve(place))
        || Files.exists(ROOMS.resolve(place))
        || Files.exists(ROOMS.resolve(place + ".java"));
  }
}
