package app.upline.testing.nasty;

import app.upline.identity.Role;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.TestWorld;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends nasty requests, six at once, and tells which of them made the service fail. Each comes from
 * an address of its own, as far as {@code upline.http.trusted-proxies} lets it: limits per address
 * would turn most of them away.
 */
@Singleton
public final class Barrage {
  private static final int SIX = 6;
  private static final int FAILED = 500;
  private static final int BUSY = 503;
  private static final int UNAUTHENTICATED = 401;
  private static final int TOO_MANY = 429;
  private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

  private final EmbeddedServer server;
  private final TestWorld world;
  private final TestUsers crowd;
  private final JsonMapper json;
  private final AtomicInteger sources = new AtomicInteger();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Map<Role, TestUser> people = Map.of();
  private Map<String, String> things = Map.of();

  Barrage(EmbeddedServer server, TestWorld world, TestUsers crowd, JsonMapper json) {
    this.server = server;
    this.world = world;
    this.crowd = crowd;
    this.json = json;
  }

  /** A request, and as whom it is sent; without signing in where there is no role. */
  public record Shot(Nasty nasty, @Nullable Role role) {}

  /** What came of many shots. */
  public record Result(List<String> failures, Map<Integer, Integer> statuses) {}

  private record Answer(int status, String text) {}

  /** Makes a world to send to. */
  public void inhabit() {
    TestWorld.Inhabited inhabited = world.inhabited();
    people = new EnumMap<>(inhabited.people());
    things = inhabited.things();
  }

  public boolean isInhabited() {
    return !things.isEmpty();
  }

  /** Those who may call an operation; empty where anybody may. */
  public static List<Role> callersOf(Operation operation) {
    return operation.isAnonymous()
        ? List.of()
        : ((List<?>) operation.body().get("x-roles"))
            .stream().map(role -> Role.valueOf(role.toString())).toList();
  }

  /** Everything nasty that there is for an operation. */
  public List<Nasty> allOf(Operation operation) {
    NastyRequests requests = new NastyRequests(json, things);
    List<Nasty> all = new ArrayList<>();
    all.add(requests.sound(operation));
    all.addAll(requests.of(operation, cursorOf(operation)));
    return all;
  }

  private @Nullable String cursorOf(Operation operation) {
    if (!operation.takes("query", "cursor")) {
      return null;
    }
    UnsentRequest first =
        new NastyRequests(json, things).sound(operation).request().asking("limit", "1");
    Role role = callersOf(operation).stream().findFirst().orElse(null);
    Matcher cursor = CURSOR.matcher(answer(first, role).text());
    return cursor.find() ? cursor.group(1) : null;
  }

  /** Sends them all. */
  public Result fire(Operation operation, Collection<Shot> shots) {
    List<String> failures = new ArrayList<>();
    Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    try (ExecutorService six = Executors.newFixedThreadPool(SIX)) {
      List<Future<String>> reports =
          shots.stream().map(shot -> six.submit(() -> report(operation, shot, statuses))).toList();
      for (Future<String> report : reports) {
        String failure = report.get();
        if (!failure.isEmpty()) {
          failures.add(failure);
        }
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return new Result(failures, statuses);
  }

  private String report(Operation operation, Shot shot, Map<Integer, Integer> statuses) {
    Answer answer = answer(shot.nasty().request(), shot.role());
    statuses.merge(answer.status(), 1, Integer::sum);
    return answer.status() < FAILED
        ? ""
        : "%s as %s, %s -> %d %s%n%s"
            .formatted(
                operation.id(),
                shot.role() == null ? "nobody" : shot.role(),
                shot.nasty(),
                answer.status(),
                answer.text(),
                shot.nasty().request());
  }

  /**
   * What was sent before may have ended a session, or used up what the person may ask; and that the
   * service is busy is no failure, unless it says so again.
   */
  private Answer answer(UnsentRequest request, @Nullable Role role) {
    TestUser person = role == null ? null : person(role);
    Answer first = send(request, person);
    if (first.status() == BUSY) {
      pause();
      return send(request, person);
    }
    if (person == null || first.status() != UNAUTHENTICATED && first.status() != TOO_MANY) {
      return first;
    }
    return send(request, another(role, person));
  }

  /** As long as the service asks for. */
  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized TestUser person(Role role) {
    return people.get(role);
  }

  private synchronized TestUser another(Role role, TestUser spent) {
    if (people.get(role) == spent) {
      people.put(role, crowd.someone(role, spent.organizationId()));
    }
    return people.get(role);
  }

  private Answer send(UnsentRequest unsent, @Nullable TestUser person) {
    HttpRequest.Builder request = unsent.to(server.getURL().toString());
    int source = sources.incrementAndGet();
    request.header(
        "X-Forwarded-For",
        "11.%d.%d.%d".formatted(source >> 16 & 255, source >> 8 & 255, source & 255));
    if (person != null) {
      request.header("Authorization", "Bearer " + person.accessToken());
    }
    try {
      // To its end: what breaks off there is a failure as well.
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Answer(FAILED + 99, "broken off: " + e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** In an order in which what comes first leaves something for what comes later. */
  public static List<Operation> operations() {
    List<String> order = List.of("get", "patch", "put", "post", "delete");
    return Contract.get().operations().stream()
        .sorted(Comparator.comparing(operation -> order.indexOf(operation.method())))
        .toList();
  }
}
