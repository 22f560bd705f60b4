package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Crowd;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is unique is compared byte by byte, so that Java and the database never take different texts
 * for the same: derived from the schema, whatever tables there will be.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class UniqueKeyTest {

  /**
   * Looser than bytes, and nothing in Java compares them: names of carriers are looked up in the
   * database alone, when an operator enters them; a key that holds the whole primary key besides
   * decides nothing.
   */
  private static final List<String> LEFT_TO_THE_DATABASE =
      List.of("agency.agency_named", "carrier.name");

  @Inject Crowd crowd;

  @Test
  void everyTextInAUniqueKeyIsComparedByteByByte() {
    List<String> texts =
        crowd.strings(
            """
            select concat(s.table_name, '.', s.index_name)
              from information_schema.statistics s
              join information_schema.columns c
                on c.table_schema = s.table_schema and c.table_name = s.table_name and c.column_name = s.column_name
             where s.table_schema = database() and s.non_unique = 0 and c.collation_name is not null
               and s.table_name <> 'flyway_schema_history'""");
    assertThat(texts).hasSizeGreaterThan(50);

    List<String> loose =
        crowd.strings(
            """
            select distinct concat(s.table_name, '.', s.index_name)
              from information_schema.statistics s
              join information_schema.columns c
                on c.table_schema = s.table_schema and c.table_name = s.table_name and c.column_name = s.column_name
             where s.table_schema = database() and s.non_unique = 0 and c.collation_name not like '%\\_bin'
               and s.table_name <> 'flyway_schema_history'
             order by 1""");

    assertThat(loose).isEqualTo(LEFT_TO_THE_DATABASE);
  }

  @Test
  void addressesAreComparedByteByByteWhereverTheyAreLookedUp() {
    assertThat(
            crowd.strings(
                """
                select distinct collation_name from information_schema.columns
                 where table_schema = database() and column_name in ('email', 'recipient')"""))
        .containsExactly("utf8mb4_bin");
  }
}
