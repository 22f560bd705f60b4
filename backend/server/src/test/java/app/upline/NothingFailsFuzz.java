package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Contract.Operation;
import app.upline.testing.nasty.Barrage;
import app.upline.testing.nasty.Barrage.Shot;
import app.upline.testing.nasty.Nasty;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * As {@link NothingFailsTest}, and all of it: every operation with every oddity in every place, by
 * every role that may. Takes long: {@code make fuzz}, not a part of {@code make test}.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.http.trusted-proxies", value = "127.0.0.0/8")
class NothingFailsFuzz {
  /** What was sent has changed, ended and removed things: others take their place. */
  private static final int OPERATIONS_PER_WORLD = 20;

  @Inject Barrage barrage;
  private final AtomicInteger tried = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> nothingThatIsSentMakesAnOperationFail() {
    return Barrage.operations().stream()
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> tryAll(operation)));
  }

  private void tryAll(Operation operation) {
    if (tried.getAndIncrement() % OPERATIONS_PER_WORLD == 0) {
      barrage.inhabit();
    }
    List<Role> callers = Barrage.callersOf(operation);
    List<Nasty> all = barrage.allOf(operation);
    List<Shot> shots =
        callers.isEmpty()
            ? all.stream().map(nasty -> new Shot(nasty, null)).toList()
            : all.stream()
                .flatMap(nasty -> callers.stream().map(role -> new Shot(nasty, role)))
                .toList();
    Barrage.Result result = barrage.fire(operation, shots);
    System.out.println(operation.id() + " " + shots.size() + " " + result.statuses());
    assertThat(result.failures()).isEmpty();
  }
}
