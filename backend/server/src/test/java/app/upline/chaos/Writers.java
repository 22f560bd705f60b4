package app.upline.chaos;

import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People who record relationships as fast as they can, and remember what they were told: recorded,
 * refused for now, or nothing at all.
 */
final class Writers {
  private static final int MANY = 20;
  private static final String PASSWORD = "demo-only-on-this-machine";
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");
  private static final String BODY =
      """
      {"ownReference": "%s", "legalName": "Keystone Leads LLC", "entityType": "AGENCY", "licensedProducer": false,
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602", "country": "US"},
       "contact": {"name": "Desk", "email": "desk@keystone.example"}, "functions": ["MARKETING"],
       "websites": ["https://keystone.example"], "offshore": false, "startDate": "2024-03-15", "knownOn": "2024-03-15"}
      """;

  private final UplineProcess upline;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<Attempt> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Attempt> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<String> others = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean working;
  private volatile String token = "";

  Writers(UplineProcess upline) {
    this.upline = upline;
  }

  /** One thing to record, which may be sent again: it is the same request then. */
  private record Attempt(String ownReference, String key) {
    static Attempt next() {
      String unique = UUID.randomUUID().toString();
      return new Attempt("C-" + unique.substring(0, 18), unique);
    }
  }

  void signIn() {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(upline.url("/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"email\": \"reporter@harborline.example\", \"password\": \"%s\"}"
                            .formatted(PASSWORD))));
    Matcher found = TOKEN.matcher(answer.body());
    if (!found.find()) {
      throw new IllegalStateException("Nobody can sign in: " + answer.statusCode());
    }
    token = found.group(1);
  }

  void begin() {
    working = true;
    for (int i = 0; i < MANY; i++) {
      threads.add(Thread.ofVirtual().start(this::work));
    }
  }

  void stop() throws InterruptedException {
    working = false;
    for (Thread thread : threads) {
      thread.join();
    }
    threads.clear();
  }

  int acknowledged() {
    return acknowledged.size();
  }

  int unanswered() {
    return unanswered.size();
  }

  /** Answers that were neither an acknowledgment nor "not now", as the writers saw them. */
  List<String> others() {
    return List.copyOf(others);
  }

  /** Sends again what was not answered, until it is; answers how many there were. */
  int settle() throws InterruptedException {
    int settled = 0;
    for (Attempt attempt = unanswered.poll(); attempt != null; attempt = unanswered.poll()) {
      HttpResponse<String> answer = send(creating(attempt));
      while (answer.statusCode() == 409 || isNotNow(answer)) {
        Thread.sleep(200);
        answer = send(creating(attempt));
      }
      record(attempt, answer);
      settled++;
    }
    return settled;
  }

  /** How many rows there are of each thing that was acknowledged; every one should be 1. */
  List<Integer> rowsOfEach() {
    // A long run outlives the token that it began with.
    signIn();
    return acknowledged.stream().map(this::rowsOf).toList();
  }

  private int rowsOf(Attempt attempt) {
    HttpResponse<String> answer =
        send(
            authorized(
                HttpRequest.newBuilder(
                    upline.url("/v1/relationships?q=" + attempt.ownReference()))));
    String body = answer.body();
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("Nobody can look: " + answer.statusCode() + " " + body);
    }
    return body.split("\"ownReference\":\"%s\"".formatted(attempt.ownReference()), -1).length - 1;
  }

  private void work() {
    while (working) {
      Attempt attempt = Attempt.next();
      try {
        record(
            attempt, client.send(creating(attempt).build(), HttpResponse.BodyHandlers.ofString()));
      } catch (IOException e) {
        unanswered.add(attempt);
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void record(Attempt attempt, HttpResponse<String> answer) {
    switch (answer.statusCode()) {
      case 201 -> {
        if (!ID.matcher(answer.body()).find()) {
          others.add("201 without a relationship");
        }
        acknowledged.add(attempt);
      }
      case 503, 429 -> {
        unanswered.add(attempt);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")
            || answer.headers().firstValue("Retry-After").isEmpty()) {
          others.add(answer.statusCode() + " as " + type);
        }
        pause();
      }
      default -> {
        others.add(answer.statusCode() + " " + answer.body());
        pause();
      }
    }
  }

  /** Also where the others of the organization wait for the database already. */
  private static boolean isNotNow(HttpResponse<String> answer) {
    return answer.statusCode() == 503 || answer.statusCode() == 429;
  }

  private HttpRequest.Builder creating(Attempt attempt) {
    return authorized(
        HttpRequest.newBuilder(upline.url("/v1/relationships"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", attempt.key())
            .timeout(Duration.ofMinutes(1))
            .POST(HttpRequest.BodyPublishers.ofString(BODY.formatted(attempt.ownReference()))));
  }

  private HttpRequest.Builder authorized(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("Upline does not answer:\n" + upline.output(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
