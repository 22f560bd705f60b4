package app.upline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.audit.AuditTrail;
import app.upline.audit.UnauditedChangeException;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No change without its event, whichever way it is written. */
@Tag("engine")
@MicronautTest(transactional = false)
class UnauditedWriteTest {
  private static final String RENAMED = "update app_user set name = 'Renamed' where id = ?";

  @Inject AuditTrail trail;
  @Inject Database database;
  @Inject People people;
  @Inject Sessions sessions;
  @Inject TestUsers crowd;

  private TestUser person;

  @BeforeEach
  void somebody() {
    person = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void aStatementIsTakenBack() {
    refused(() -> database.update(Sql.of(RENAMED, person.id())));
  }

  @Test
  void aBatchIsTakenBack() {
    refused(() -> database.batch(RENAMED, List.of(List.of(person.id()))));
  }

  @Test
  void aRepositorysQueryIsTakenBack() {
    refused(() -> sessions.endAllOf(person.id(), Instant.now()));
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void whatARepositorySavesIsTakenBack() {
    refused(
        () ->
            sessions.save(
                new Session(
                    UUID.randomUUID(),
                    person.id(),
                    Instant.now(),
                    Instant.now(),
                    null,
                    Instant.now(),
                    "127.0.0.1",
                    null,
                    null,
                    Instant.now())));
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void aChangeThatIsToldOfStays() {
    trail.system(
        "testing",
        person.organizationId(),
        () ->
            database.writing(
                () -> {
                  sessions.endAllOf(person.id(), Instant.now());
                  trail.changed("session", person.id(), null, null, null);
                  return null;
                }));
    assertThat(open()).isZero();
  }

  @Test
  void aStatementThatFindsNothingToChangeIsNone() {
    trail.system(
        "testing",
        person.organizationId(),
        () -> database.writing(() -> database.update(Sql.of(RENAMED, UUID.randomUUID()))));
  }

  private void refused(Runnable write) {
    assertThatThrownBy(
            () ->
                trail.system(
                    "testing",
                    person.organizationId(),
                    () ->
                        database.writing(
                            () -> {
                              write.run();
                              return null;
                            })))
        .isInstanceOf(UnauditedChangeException.class);
    assertThat(people.findById(person.id()).orElseThrow().name()).isEqualTo("Sam Sample");
  }

  private long open() {
    return crowd.count(
        "select count(*) from session where user_id = ? and ended_at is null", person.id());
  }
}
