package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.upline.platform.start.StartFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server, or an address, that would lose a part of what it is given is refused at the start. */
@Tag("engine")
@MicronautTest(transactional = false)
class ServerCheckTest {
  private static final String FRACTIONS =
      "datasources.default.data-source-properties.sendFractionalSeconds";

  @Inject Database database;

  @Test
  void whatTheServerSaysOfItselfIsSupported() {
    String words =
        database
            .reading(
                () ->
                    database.first(
                        Sql.of("select concat(version(), ' ', @@version_comment)"),
                        row -> row.getString(1)))
            .orElseThrow();
    System.out.println("The tests' database server says of itself: " + words);

    assertThat(ServerVersion.of(words).orElseThrow().isSupported()).as(words).isTrue();
  }

  @Test
  void anInstantComesBackToTheMicrosecond() {
    Instant moment = Instant.parse("2026-01-02T03:04:05.123456Z");

    String echo =
        database
            .reading(
                () ->
                    database.first(
                        Sql.of("select cast(? as char)", moment), row -> row.getString(1)))
            .orElseThrow();

    assertThat(echo).isEqualTo("2026-01-02 03:04:05.123456");
  }

  /** As the driver is with MariaDB 10.x, which it takes for MySQL 5.5. */
  @Test
  void aDriverThatSendsNoFractionsOfSecondsIsRefusedInOneSentence() {
    Throwable refusal =
        catchThrowable(() -> ApplicationContext.run(Map.of(FRACTIONS, "false"), "test").close());

    assertThat(causes(refusal))
        .filteredOn(StartFailure.class::isInstance)
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("The database would lose the fractions of every second: ");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
