package app.upline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.contract.ExampleStory.Refused;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.MovableClock;
import app.upline.testing.TestWorld;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of a request in the contract is sent to a server that has one of each thing, and is
 * done. What it cannot know is put in its place: ids, secrets and versions. What must have happened
 * before, and the few that are refused wherever they are sent, are told by {@link ExampleStory}.
 */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@Property(name = MovableClock.WANTED, value = "true")
@Property(name = "upline.rates.caller", value = "1000000")
@Property(name = "upline.rates.source", value = "1000000")
class ExamplesTest {

  /** The examples tell of a year in which some days are past and others to come. */
  private static final String TODAY = "2026-11-18T15:00:00Z";

  private static final Map<String, Operation> OPERATIONS =
      Contract.get().operations().stream()
          .collect(Collectors.toMap(Operation::id, Function.identity()));

  @Inject ExampleSender sender;
  @Inject MovableClock clock;
  @Inject TestWorld world;

  /**
   * Each serves all examples that use up different things of it: making one takes most of the time.
   */
  private final List<ExampleScene> scenes = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> everyExampleOfARequestIsDone() {
    return ExampleRequest.all().stream()
        .map(example -> DynamicTest.dynamicTest(example.toString(), () -> check(example)));
  }

  private void check(ExampleRequest example) {
    String operation = example.operation().id();
    List<ExampleRequest> requests =
        Stream.concat(
                ExampleStory.BEFORE.getOrDefault(operation, List.of()).stream()
                    .map(
                        step -> ExampleRequest.first(Objects.requireNonNull(OPERATIONS.get(step)))),
                Stream.of(example))
            .toList();
    ExampleScene scene = sceneFor(operation, requests).again();
    for (ExampleRequest request : requests) {
      Response answer = sender.send(request, scene, request != example);
      Refused refused = ExampleStory.REFUSED.get(request.operation().id());
      if (refused == null) {
        assertThat(answer.statusCode())
            .as("%s: %s", request, answer.asString())
            .matches(status -> status / 100 == 2 || status == 304, "is done");
      } else {
        assertThat(answer.statusCode())
            .as("%s is no exception any more: %s", request, answer.asString())
            .isEqualTo(refused.status());
      }
    }
  }

  private ExampleScene sceneFor(String operation, List<ExampleRequest> requests) {
    String day = ExampleStory.DAYS.getOrDefault(operation, TODAY);
    clock.set(day);
    Optional<ExampleScene> fresh =
        scenes.stream().filter(scene -> scene.isFreshFor(day, requests)).findFirst();
    ExampleScene scene =
        fresh.orElseGet(
            () -> {
              ExampleScene another = new ExampleScene(day, world.inhabited());
              scenes.add(another);
              return another;
            });
    scene.use(requests);
    return scene;
  }
}
