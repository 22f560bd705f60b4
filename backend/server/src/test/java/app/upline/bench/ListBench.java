package app.upline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.testing.ManyAgencies;
import app.upline.testing.StatementLog;
import app.upline.testing.StatementPlan;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code make bench}: what a request through the whole application costs against the same SQL by
 * plain JDBC in the same run, among few rows and among many. Times of one machine mean nothing on
 * another, so only ratios are printed. Not a test: its name keeps it out of {@code make test}.
 */
@MicronautTest(transactional = false)
@Property(
    name = "datasources.default.data-source-properties.queryInterceptors",
    value = "app.upline.testing.StatementLog")
// To make so many rows takes one statement of its own; nobody waits for it as for an answer.
@Property(name = "datasources.default.data-source-properties.socketTimeout", value = "3600000")
class ListBench {

  private static final int FEW = 10_000;
  private static final int WARM_UP = 100;
  private static final int ROUNDS = 200;
  private static final int EXPORTS = 3;
  private static final String SEPARATOR = "\u001f";
  private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

  @Inject EmbeddedServer server;
  @Inject TestRecords holdings;
  @Inject ManyAgencies multitude;
  @Inject StatementPlan plans;
  @Inject Database database;
  @Inject DatasourceConfiguration datasource;

  private final HttpClient client = HttpClient.newHttpClient();
  private TestUser reporter;

  /** Nanoseconds through the application and by plain JDBC. */
  private record Cost(long application, long jdbc) {
    double ratio() {
      return (double) application / jdbc;
    }
  }

  /** Something to be timed. */
  private interface Work {
    void run() throws Exception;
  }

  @Test
  void applicationAgainstPlainJdbc() throws Exception {
    int many = Integer.getInteger("upline.bench.rows", 200_000);
    TestRecords.Owner owner = holdings.owner();
    reporter = owner.people().getFirst();
    multitude.addRegister(owner.rows(), 1, FEW);
    Map<String, Cost> few = costs(owner, FEW);
    multitude.addRegister(owner.rows(), FEW + 1, many);
    Map<String, Cost> lots = costs(owner, many);
    System.out.printf(
        "%n%-12s %18s %18s %22s%n",
        "", "x JDBC at " + FEW, "x JDBC at " + many, many + " rows : " + FEW);
    few.forEach(
        (name, cost) ->
            System.out.printf(
                "%-12s %18.2f %18.2f %22.2f%n",
                name,
                cost.ratio(),
                lots.get(name).ratio(),
                (double) lots.get(name).application() / cost.application()));
    System.out.println("The export's last column is per row; the others are per page of 50.");
  }

  private Map<String, Cost> costs(TestRecords.Owner owner, int rows) throws Exception {
    plans.analyze();
    Map<String, Cost> costs = new LinkedHashMap<>();
    try (Connection connection =
        DriverManager.getConnection(
            datasource.getUrl(), datasource.getUsername(), datasource.getPassword())) {
      costs.put("page", cost(connection, "/v1/relationships?limit=50", WARM_UP, ROUNDS, 1));
      costs.put("deep page", cost(connection, deepPage(owner, rows), WARM_UP, ROUNDS, 1));
      costs.put(
          "search", cost(connection, "/v1/relationships?q=keystone&limit=50", WARM_UP, ROUNDS, 1));
      costs.put(
          "CSV export", cost(connection, "/v1/relationships/export?format=CSV", 1, EXPORTS, rows));
    }
    return costs;
  }

  /** The cursor of a page that begins at nine tenths of the register. */
  private String deepPage(TestRecords.Owner owner, int rows) throws Exception {
    Matcher next = NEXT.matcher(new String(get("/v1/relationships?limit=1"), UTF_8));
    assertThat(next.find()).isTrue();
    String mark =
        new String(Base64.getUrlDecoder().decode(next.group(1)), UTF_8).split(SEPARATOR)[0];
    String id =
        database.reading(
            () ->
                database
                    .first(
                        Sql.of(
                            "select id from relationship where agency_id = ? and reference = ?",
                            owner.agency(),
                            "REL-2025-%06d".formatted(rows / 10 * 9)),
                        row -> row.getString(1))
                    .orElseThrow());
    byte[] key = (mark + SEPARATOR + id).getBytes(UTF_8);
    return "/v1/relationships?limit=50&cursor="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /** Turn and turn about, so that whatever else the machine does hits both. */
  private Cost cost(Connection connection, String path, int warmUp, int rounds, int per)
      throws Exception {
    List<String> statements =
        StatementLog.selectsOf(
                () -> {
                  try {
                    get(path);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                })
            .stream()
            .filter(sql -> sql.contains("relationship"))
            .toList();
    long[] application = new long[rounds];
    long[] jdbc = new long[rounds];
    for (int i = -warmUp; i < rounds; i++) {
      long ours = time(() -> get(path));
      long plain = time(() -> run(connection, statements));
      if (i >= 0) {
        application[i] = ours;
        jdbc[i] = plain;
      }
    }
    return new Cost(median(application) / per, Math.max(1, median(jdbc) / per));
  }

  private byte[] get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.getURL() + path))
            .header("Authorization", "Bearer " + reporter.accessToken())
            .build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    try (InputStream body = response.body()) {
      if (path.contains("/export")) {
        body.transferTo(java.io.OutputStream.nullOutputStream());
        return new byte[0];
      }
      return body.readAllBytes();
    }
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        try (ResultSet rows = statement.executeQuery(sql)) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
              rows.getString(column);
            }
          }
        }
      }
    }
  }

  private static long time(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
