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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever is sent to an operation of the contract: nothing of ours fails. Every operation, every
 * place in it, every kind of oddity there, every role that may and one that may not; which oddity
 * of its kind meets which role is drawn, by one seed that is always the same, and for some by one
 * that never is. All of each: {@link NothingFailsFuzz}. The same six times at once: {@link
 * SixAtOnceTest}.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.http.trusted-proxies", value = "127.0.0.0/8")
class NothingFailsTest {
  private static final long FIXED = 42_422_2274;
  private static final long DRAWN =
      Long.getLong("upline.fuzz.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));

  @Inject Barrage barrage;

  @BeforeEach
  void inhabit() {
    if (!barrage.isInhabited()) {
      barrage.inhabit();
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingThatIsSentMakesAnOperationFail() {
    return LongStream.of(FIXED, DRAWN)
        .boxed()
        .flatMap(
            seed ->
                Barrage.operations().stream()
                    .filter(operation -> seed == FIXED || isDrawn(operation))
                    .map(
                        operation ->
                            DynamicTest.dynamicTest(
                                operation.id() + " by seed " + seed,
                                () -> tryOut(operation, seed))));
  }

  /** Every third operation, each time others: all of them by both seeds take minutes more. */
  private static boolean isDrawn(Operation operation) {
    return new Random(DRAWN ^ operation.id().hashCode()).nextInt(3) == 0;
  }

  private void tryOut(Operation operation, long seed) {
    Random random = new Random(seed ^ operation.id().hashCode());
    List<Nasty> drawn = drawn(barrage.allOf(operation), random);
    List<Shot> shots = shots(operation, drawn, random);
    assertThat(barrage.fire(operation, shots).failures())
        .as("by seed %d (-Dupline.fuzz.seed=%d)", seed, seed)
        .isEmpty();
  }

  /** One of each kind for each place. */
  private static List<Nasty> drawn(List<Nasty> all, Random random) {
    List<Nasty> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    Map<List<Object>, Nasty> drawn = new LinkedHashMap<>();
    shuffled.forEach(nasty -> drawn.putIfAbsent(List.of(nasty.oddity(), nasty.place()), nasty));
    return List.copyOf(drawn.values());
  }

  private static List<Shot> shots(Operation operation, List<Nasty> drawn, Random random) {
    List<Role> callers = new ArrayList<>(Barrage.callersOf(operation));
    if (callers.isEmpty()) {
      return drawn.stream().map(nasty -> new Shot(nasty, null)).toList();
    }
    List<Shot> shots = new ArrayList<>();
    Collections.shuffle(callers, random);
    for (int i = 0; i < Math.max(drawn.size(), callers.size()); i++) {
      shots.add(new Shot(drawn.get(i % drawn.size()), callers.get(i % callers.size())));
    }
    List<Role> others = new ArrayList<>(Arrays.asList(Role.values()));
    others.removeAll(callers);
    if (!others.isEmpty()) {
      Role other = others.get(random.nextInt(others.size()));
      shots.add(new Shot(drawn.get(random.nextInt(drawn.size())), other));
    }
    return shots;
  }
}
