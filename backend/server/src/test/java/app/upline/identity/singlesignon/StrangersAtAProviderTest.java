package app.upline.identity.singlesignon;

import static app.upline.testing.SignInElsewhere.agreement;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.audit.StrangerCounts;
import app.upline.identity.Role;
import app.upline.testing.TestUser;
import app.upline.testing.Trail;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Anybody may begin to sign in at an organization's provider, and the trail does not grow by it.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class StrangersAtAProviderTest extends AtAProvider {
  @Inject Trail trail;
  @Inject StrangerCounts strangers;

  @Test
  void beyondTheFirstOfAnHourBeginningsAreCounted() {
    TestUser administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR);
    elsewhere
        .configure(
            administrator, agreement(provider.issuer(), Map.of("analysts", "CARRIER_ANALYST")))
        .then()
        .statusCode(200);
    long events = trail.lastNumber(administrator.organizationId());
    strangers.flush();
    long counted = counted();

    for (int i = 0; i < 50; i++) {
      elsewhere.begin(administrator.organizationId()).then().statusCode(201);
    }

    strangers.flush();
    long told = trail.lastNumber(administrator.organizationId()) - events;
    assertThat(told).isBetween(1L, 30L);
    assertThat(counted() - counted).isEqualTo(50 - told);
  }

  private long counted() {
    return crowd.count(
        "select coalesce(sum(requests), 0) from anonymous_request_count where operation in"
            + " ('beginSingleSignOn', '*')");
  }
}
