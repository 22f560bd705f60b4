package app.upline.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.testing.Owner;
import app.upline.testing.TestUsers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What earlier versions granted is taken back at the next start. */
@Tag("engine")
@MicronautTest(transactional = false)
class GrantsTest {
  private static final String PURGED = "update audit_chain set purged_seq = 0 where last_seq < 0";
  private static final String DELETED = "delete from submission where reference = 'none'";

  @Inject TestUsers crowd;
  @Inject Owner owner;

  @Test
  void whatIsTooMuchIsTakenBackAndWhatIsNeededStays() {
    String account =
        "'" + crowd.strings("select current_user()").getFirst().replace("@", "'@'") + "'";
    owner.run("grant update, delete on audit_chain to " + account);
    owner.run("grant delete on submission to " + account);
    assertThat(crowd.run(PURGED)).as("as it was before").isZero();
    assertThat(crowd.run(DELETED)).isZero();
    ApplicationContext.builder()
        .deduceEnvironment(false)
        .environments(Environment.TEST)
        .start()
        .close();
    assertThatThrownBy(() -> crowd.run(PURGED)).hasMessageContaining("denied");
    assertThatThrownBy(() -> crowd.run("delete from audit_chain")).hasMessageContaining("denied");
    assertThatThrownBy(() -> crowd.run(DELETED)).hasMessageContaining("denied");
    assertThat(crowd.run("update audit_chain set last_seq = last_seq where last_seq < 0")).isZero();
    assertThat(crowd.run("update submission set version = version where reference = 'none'"))
        .isZero();
  }
}
