package app.upline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.local.DatabaseInItsOwnProcess;
import app.upline.testing.UplineProcess;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * {@code make load}, its second half: 64 connections that read and write without a pause, first
 * those of fifty agencies and three carriers, then those of one agency alone. Nobody is refused,
 * and neither memory nor threads grow. Not a test: its name keeps it out of {@code make test}.
 */
class MixedLoadBench {

  private static final int CONNECTIONS = 64;
  private static final int AGENCIES = 50;
  private static final int CARRIERS = 3;
  private static final int LINES = 4;

  /** Of a thousand requests. */
  private static final int DOWNLOADS = 20;

  /**
   * Of one agency alone, whose whole register each of them is: with ten times as many it asks for
   * more long work than one organization is given, and is told to come again (429).
   */
  private static final int DOWNLOADS_OF_ONE = 2;

  private static final Duration PHASE =
      Duration.ofSeconds(2L * Integer.getInteger("upline.load.seconds", 60));
  private static final Path FOLDER = Path.of("target/mixed-load");

  private UplineProcess upline;
  private Map<String, String> settings;

  private interface Person {
    /** One thing of what this person does all day. */
    HttpResponse<?> step(Random random);
  }

  @Test
  void manyOrganizationsAndThenOneAgencyAlone() throws Exception {
    try (DatabaseInItsOwnProcess database =
        DatabaseInItsOwnProcess.start(FOLDER.resolve("database"))) {
      settings = new HashMap<>(database.settings());
      settings.put("UPLINE_LOCAL_DATABASE_ENABLED", "false");
      settings.put("UPLINE_RATES_CALLER", "100000000");
      try (UplineProcess process = MeasuredProgram.start(FOLDER, settings)) {
        upline = process;
        List<String> carriers = IntStream.range(0, CARRIERS).mapToObj(this::carrier).toList();
        List<Client> agencies =
            IntStream.range(0, AGENCIES).mapToObj(i -> agency(i, carriers)).toList();
        List<Client> analysts =
            carriers.stream()
                .map(carrier -> person("analyst", "CARRIER", carrier, "CARRIER_ANALYST"))
                .toList();
        System.out.printf(
            "%n%-28s %9s %8s %8s %8s %6s %8s  %s%n",
            "", "requests", "p50 ms", "p99 ms", "most", "MB", "threads", "answers");
        worked(
            "50 agencies, 3 carriers",
            i ->
                i % 8 == 7
                    ? new Analyst(analysts.get(i / 8 % CARRIERS))
                    : new Reporter(agencies.get(i % AGENCIES), i, DOWNLOADS));
        worked(
            "one agency alone",
            i -> new Reporter(agencies.getFirst(), CONNECTIONS + i, DOWNLOADS_OF_ONE));
      }
    }
  }

  /** An agency's person: reads mostly, records and changes, and now and then takes a file. */
  private static final class Reporter implements Person {
    private final Client client;
    private final int number;
    private final int downloads;
    private int recorded;
    private String last;

    Reporter(Client client, int number, int downloads) {
      this.client = client;
      this.number = number;
      this.downloads = downloads;
    }

    @Override
    public HttpResponse<?> step(Random random) {
      if (random.nextInt(1000) < downloads) {
        return client.download("/v1/relationships/export?format=CSV");
      }
      int of100 = random.nextInt(100);
      if (last == null || of100 < 15) {
        HttpResponse<String> created =
            client.post(
                "/v1/relationships", RegisterWorkbook.oneAsJson(number * 1_000_000 + recorded++));
        last = "/v1/relationships/" + Client.idOf(created);
        return created;
      }
      if (of100 < 25) {
        HttpResponse<String> current = client.get(last);
        return client.patch(
            last,
            "{\"contact\": {\"phone\": \"813555%04d\"}}".formatted(random.nextInt(10_000)),
            current.headers().firstValue("ETag").orElseThrow());
      }
      if (of100 < 45) {
        return client.get(last);
      }
      if (of100 < 65) {
        return client.get("/v1/relationships?limit=50&direction=DESCENDING");
      }
      if (of100 < 80) {
        return client.get("/v1/relationships?limit=20&q=bench" + number);
      }
      return client.get(of100 < 90 ? "/v1/work" : "/v1/notifications");
    }
  }

  /** A carrier's person reads alone. */
  private record Analyst(Client client) implements Person {
    @Override
    public HttpResponse<?> step(Random random) {
      return client.get(
          switch (random.nextInt(4)) {
            case 0 -> "/v1/work";
            case 1 -> "/v1/submissions?limit=20";
            case 2 -> "/v1/agencies?limit=50";
            default -> "/v1/disclosed-relationships?limit=50";
          });
    }
  }

  private interface Persons {
    Person at(int connection);
  }

  private void worked(String name, Persons persons) throws Exception {
    SortedMap<Integer, Integer> answers = new TreeMap<>();
    for (int line = 1; line <= LINES; line++) {
      List<Long> times = worked(persons, PHASE.dividedBy(LINES), answers);
      long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
      ProcessStatus status = new ProcessStatus(upline.pid());
      System.out.printf(
          "%-28s %9d %8.0f %8.0f %8.0f %6d %8d  %s%n",
          line == 1 ? name : "",
          sorted.length,
          sorted[sorted.length / 2] / 1e6,
          sorted[sorted.length * 99 / 100] / 1e6,
          sorted[sorted.length - 1] / 1e6,
          status.residentMegabytes(),
          status.threads(),
          answers);
    }
    assertThat(answers.keySet()).as("statuses").allMatch(status -> status < 400);
  }

  private List<Long> worked(Persons persons, Duration time, SortedMap<Integer, Integer> answers)
      throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Long> times = new ArrayList<>();
    try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        Person person = persons.at(i);
        Random random = new Random(i);
        all.add(
            connections.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    long begun = System.nanoTime();
                    int status = person.step(random).statusCode();
                    long taken = System.nanoTime() - begun;
                    synchronized (answers) {
                      times.add(taken);
                      answers.merge(status, 1, Integer::sum);
                    }
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return times;
  }

  /** Of the policy of the demo's first. */
  private String carrier(int number) {
    String id = "unhex(lpad('%x', 32, '0'))".formatted(0xC0000 + number);
    run(
        "insert into organization (id, kind) values (%s, 'CARRIER')".formatted(id),
        "insert into carrier (id, name, time_zone, created_at) values (%s, 'Load carrier %d', 'America/New_York', utc_timestamp(6))"
            .formatted(id, number),
        """
        insert into reporting_policy (carrier_id, effective_from, incident_due_day, nil_incident_report_wanted, relationship_notice,
          relationship_notice_days, no_relationships_declaration_wanted, attestation_version, attestation_wording)
        select %s, effective_from, incident_due_day, nil_incident_report_wanted, relationship_notice, relationship_notice_days,
          no_relationships_declaration_wanted, attestation_version, attestation_wording from reporting_policy
         where announced_at is null order by carrier_id, effective_from limit 1
        """
            .formatted(id));
    return id;
  }

  /** An agency with a contract with each of the carriers, and its reporter. */
  private Client agency(int number, List<String> carriers) {
    String id = "unhex(lpad('%x', 32, '0'))".formatted(0xA0000 + number);
    String name = "'Load agency %d'".formatted(number);
    run(
        "insert into organization (id, kind) values (%s, 'AGENCY')".formatted(id),
        "insert into agency (id, name, npn, level, created_at) values (%s, %s, '77%05d', 'FMO', utc_timestamp(6))"
            .formatted(id, name, number));
    carriers.forEach(
        carrier ->
            run(
                "insert into agency_contract (agency_id, carrier_id, agency_name, since) values (%s, %s, %s, '2025-01-01')"
                    .formatted(id, carrier, name)));
    return person("reporter" + number, "AGENCY", id, "AGENCY_REPORTER");
  }

  /** With the password of the demo's people. */
  private Client person(String name, String kind, String organization, String role) {
    String email = "%s-%08x@load.example".formatted(name, organization.hashCode());
    String id = "unhex(md5('%s'))".formatted(email);
    run(
        """
        insert into app_user (id, email, name, password_hash, organization_id, organization_kind, active, created_at)
        select %s, '%s', '%s', password_hash, %s, '%s', true, utc_timestamp(6) from app_user
         where email = 'reporter@harborline.example'
        """
            .formatted(id, email, name, organization, kind),
        "insert into app_user_role (user_id, role) values (%s, '%s')".formatted(id, role));
    return new Client(upline, email);
  }

  private void run(String... statements) {
    try (Connection connection = ofOwner();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection ofOwner() throws SQLException {
    return DriverManager.getConnection(
        settings.get("DATASOURCES_DEFAULT_URL"),
        settings.get("UPLINE_MIGRATION_USERNAME"),
        settings.get("UPLINE_MIGRATION_PASSWORD"));
  }
}
