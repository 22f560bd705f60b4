package app.upline.agency;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.persistence.Database;
import app.upline.submission.Reporting;
import app.upline.testing.Api;
import app.upline.testing.Gate;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who waits for what a carrier keeps for itself, and who does not. */
@Tag("engine")
@MicronautTest(transactional = false)
class CarrierLockTest {
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject Database database;
  @Inject CarrierLock carriers;

  @Test
  void whoWritesWhatACarrierKeepsForItselfDoesNotHoldUpItsAgencies() throws Exception {
    Reporting us = Reporting.of(api, crowd, organizations, false);
    Gate gate = Gate.closed();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () ->
                database.writing(
                    () -> {
                      carriers.hold(us.carrier());
                      return passed(gate);
                    }));
    gate.awaitArrival();
    us.incident(Reporting.knownToday(""));
    assertThat(writer).isNotDone();
    gate.open();
    writer.get();
  }

  private static boolean passed(Gate gate) {
    try {
      gate.pass();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
