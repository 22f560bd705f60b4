package app.upline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Chains of new organizations begin at once, several events each, without a deadlock. */
@Tag("engine")
@MicronautTest(transactional = false)
class ChainBeginningTest {
  private static final int ORGANIZATIONS = 40;
  private static final int EVENTS = 5;

  @Inject AuditTrail trail;
  @Inject AuditVerification verification;
  @Inject Database database;
  @Inject Ids ids;

  @Test
  void manyBeginAtOnceAndEachIsWholeFromItsFirstEvent() {
    // One after the other in the order of the key: they begin in the same gap.
    List<UUID> organizations = new ArrayList<>();
    for (int i = 0; i < ORGANIZATIONS; i++) {
      organizations.add(ids.next());
    }
    List<UUID> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      events.addAll(organizations);
    }
    Collections.shuffle(events);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      CompletableFuture.allOf(
              events.stream()
                  .map(
                      organization ->
                          CompletableFuture.runAsync(() -> event(organization), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
    for (UUID organization : organizations) {
      Verification found = verification.verify(organization, List.of(), null, Long.MAX_VALUE);
      assertThat(found.findings()).isEmpty();
      assertThat(found.to()).isEqualTo(EVENTS);
    }
  }

  private void event(UUID organization) {
    trail.system(
        "test",
        organization,
        () ->
            database.writing(
                () -> {
                  trail.changed("thing", organization, "T-1", null, Digest.of(1));
                  return null;
                }));
  }
}
