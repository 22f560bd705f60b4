package app.upline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No table and no column has a name that MySQL or MariaDB keeps for itself, whichever of them the
 * tests run on: derived from the schema, whatever tables there will be.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class ReservedWordsTest {
  private static final String OF_MYSQL = "/mysql/reserved-words.txt";

  @Inject TestUsers crowd;

  @Test
  void noNameIsReservedInMySql() throws IOException {
    assertThat(names()).hasSizeGreaterThan(300).doesNotContainAnyElementsOf(reservedInMySql());
  }

  /** MariaDB lists its words without saying which are reserved, so each is tried. */
  @Test
  void noNameIsReservedOnTheServerAtHand() {
    assertThat(isReserved("select")).isTrue();
    assertThat(isReserved("carrier")).isFalse();
    assertThat(names().stream().filter(this::isReserved)).isEmpty();
  }

  /** So that the list above grows with MySQL. */
  @Test
  void whatMySqlSaysOfItselfIsInTheList() throws IOException {
    boolean tells =
        !crowd
            .strings(
                """
                select column_name from information_schema.columns
                 where table_schema = 'information_schema' and upper(table_name) = 'KEYWORDS'
                   and upper(column_name) = 'RESERVED'\
                """)
            .isEmpty();
    List<String> words =
        crowd.strings(
            "select word from information_schema.keywords"
                + (tells ? " where reserved = 1" : " where upper(word) = 'SELECT'"));

    assertThat(words.stream().map(word -> word.toLowerCase(Locale.ROOT)))
        .isNotEmpty()
        .isSubsetOf(reservedInMySql());
  }

  private Set<String> names() {
    return crowd
        .strings(
            """
            select table_name from information_schema.tables where table_schema = database()
            union select column_name from information_schema.columns where table_schema = database()\
            """)
        .stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private boolean isReserved(String name) {
    try {
      crowd.strings("select 1 as " + name);
      return false;
    } catch (IllegalStateException refused) {
      return true;
    }
  }

  private static Set<String> reservedInMySql() throws IOException {
    try (InputStream words = ReservedWordsTest.class.getResourceAsStream(OF_MYSQL)) {
      return new String(Objects.requireNonNull(words).readAllBytes(), UTF_8)
          .lines()
          .collect(Collectors.toSet());
    }
  }
}
