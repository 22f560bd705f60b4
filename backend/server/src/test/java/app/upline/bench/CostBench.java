package app.upline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.local.DatabaseInItsOwnProcess;
import app.upline.testing.ManyAgencies;
import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code make bench}: how much processor time the service and its database spend on a request,
 * beside plain JDBC that sends the same reading statements in the same run, among few rows and
 * among many. What is compared are ratios ({@link KnownRatios}); PERFORMANCE.md says what they were
 * when. Not a test: its name keeps it out of {@code make test}.
 */
class CostBench {

  private static final Path FOLDER = Path.of("target/bench");
  private static final int FEW = 10_000;
  private static final int MANY = Integer.getInteger("upline.bench.rows", 200_000);

  /** A sheet has no more rows than this. */
  private static final int MOST_OF_A_SHEET = 1_000_000;

  private static final int AT_ONCE = 16;
  private static final int REQUESTS = Integer.getInteger("upline.bench.requests", 4_000);
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final int UPLOADED = 10_000;
  private static final int LARGEST_UPLOAD = 50_000;
  private static final String SMALL_HEAP = "256m";
  private static final String REPORTER = "reporter@harborline.example";
  private static final String ONE = "GET one";
  private static final String CSV = "export CSV";
  private static final String XLSX = "export XLSX";

  private final KnownRatios ratios = new KnownRatios();
  private DatabaseInItsOwnProcess database;
  private Map<String, String> settings;
  private UplineProcess upline;
  private Cpu service;
  private Cpu server;
  private Client reporter;

  /** Milliseconds of processor time for each request, of the service, its database and JDBC. */
  private record Cost(double perSecond, double service, double database, double jdbc) {
    double together() {
      return service + database;
    }

    double toJdbc() {
      return jdbc == 0 ? 0 : together() / jdbc;
    }
  }

  @Test
  void whatRequestsCost() throws Exception {
    try (DatabaseInItsOwnProcess own = DatabaseInItsOwnProcess.start(FOLDER.resolve("database"))) {
      database = own;
      own.addOperator();
      settings = settings(own);
      try (UplineProcess process = MeasuredProgram.start(FOLDER, settings)) {
        upline = process;
        // The first start makes the tables and the demo.
        process.terminate();
        process.join();
        process.startAgain();
        service = new Cpu(process.handle());
        server = new Cpu(own.server());
        System.out.printf(
            "%nStart: %.1f CPU s, %d MB resident once ready%n",
            service.used().toMillis() / 1e3, new ProcessStatus(upline.pid()).residentMegabytes());
        reporter = new Client(process, REPORTER);
        ManyAgencies.Owner owner = owner();
        ManyAgencies registers = ManyAgencies.elsewhere(this::ofOwner);
        registers.addRegister(owner, 1, FEW);
        Map<String, Cost> few = costs(owner, FEW);
        registers.addRegister(owner, FEW + 1, MANY);
        Map<String, Cost> many = costs(owner, MANY);
        compare(few, many);
        written();
        uploaded();
        System.out.printf(
            "%nMemory at its peak: %d MB resident (heap of 512 MB)%n",
            new ProcessStatus(upline.pid()).peakMegabytes());
      }
      inLittleMemory();
    }
    ratios.check();
  }

  /** The largest upload there is, and the whole register down again: it works, or is an error. */
  private void inLittleMemory() throws IOException {
    try (UplineProcess small = MeasuredProgram.start(FOLDER, settings, SMALL_HEAP)) {
      Client uploading = new Client(small, "reporter@bluemesa.example");
      assertThat(uploading.upload(RegisterWorkbook.of(LARGEST_UPLOAD), "COMMIT").statusCode())
          .isEqualTo(201);
      Client downloading = new Client(small, REPORTER);
      assertThat(downloading.download("/v1/relationships/export?format=CSV").statusCode())
          .isEqualTo(200);
      System.out.printf(
          "%nAn upload of %d rows and a download of %d with a heap of 256 MB: %d MB resident at its peak%n",
          LARGEST_UPLOAD, MANY, new ProcessStatus(small.pid()).peakMegabytes());
    }
  }

  private Map<String, String> settings(DatabaseInItsOwnProcess own) {
    Map<String, String> all = new HashMap<>(own.settings());
    all.put("UPLINE_LOCAL_DATABASE_ENABLED", "false");
    all.put("UPLINE_DATA_DIR", FOLDER.resolve("data").toAbsolutePath().toString());
    all.put("UPLINE_RATES_CALLER", "100000000");
    all.put("UPLINE_UPLOADS_WAITED_FOR_BYTES", "10485760");
    return all;
  }

  private ManyAgencies.Owner owner() throws SQLException {
    UUID agency = uuid("agency", "id", "name like 'Harborline%'");
    UUID carrier = uuid("carrier", "id", "name like 'Summit Peak%'");
    UUID person = uuid("app_user", "id", "email = '" + REPORTER + "'");
    UUID relationship =
        UUID.fromString(
            Client.idOf(reporter.post("/v1/relationships", RegisterWorkbook.oneAsJson(0))));
    UUID none = UUID.randomUUID();
    return new ManyAgencies.Owner(agency, carrier, person, relationship, none, none);
  }

  private Map<String, Cost> costs(ManyAgencies.Owner owner, int rows) throws SQLException {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put(ONE, "/v1/relationships/" + owner.relationship());
    paths.put("page of 50", "/v1/relationships?limit=50");
    paths.put("page, newest", "/v1/relationships?limit=50&direction=DESCENDING");
    paths.put("page with total", "/v1/relationships?limit=50&includeTotal=true");
    paths.put("by state", "/v1/relationships?limit=50&state=FL");
    paths.put("search", "/v1/relationships?limit=50&q=keystone");
    Map<String, String> files = new LinkedHashMap<>();
    files.put(CSV, "/v1/relationships/export?format=CSV");
    if (rows < MOST_OF_A_SHEET) {
      files.put(XLSX, "/v1/relationships/export?format=XLSX");
    }
    analyze();
    Map<String, List<String>> statements =
        new SentStatements(database)
            .of(
                FOLDER.resolve("logged"),
                settings,
                REPORTER,
                Stream.concat(paths.values().stream(), files.values().stream()).toList());
    head(rows + " rows");
    warmUp(List.copyOf(paths.values()));
    Map<String, Cost> costs = new LinkedHashMap<>();
    paths.forEach((name, path) -> costs.put(name, asked(name, path, statements.get(path))));
    files.forEach(
        (name, path) -> costs.put(name, downloaded(name, path, statements.get(path), rows)));
    return costs;
  }

  /** Until what is asked so often is compiled as it is after a day. */
  private void warmUp(List<String> paths) {
    long end = System.nanoTime() + WARM_UP.toNanos();
    while (System.nanoTime() < end) {
      together(REQUESTS / 8, i -> reporter.get(paths.get(i % paths.size())));
    }
  }

  /** By as many at once as the processors have work for. */
  private Cost asked(String name, String path, List<String> statements) {
    IntConsumer ask = i -> assertThat(reporter.get(path).statusCode()).isEqualTo(200);
    together(REQUESTS / 8, ask);
    Cost cost = measured(REQUESTS, many -> together(many, ask), statements);
    print(name, cost);
    return cost;
  }

  /** For each thousand rows. */
  private Cost downloaded(String name, String path, List<String> statements, int rows) {
    IntConsumer download = i -> assertThat(reporter.download(path).statusCode()).isEqualTo(200);
    download.accept(0);
    int times = Math.max(1, 200_000 / rows);
    Cost all =
        measured(
            times,
            many -> {
              for (int i = 0; i < many; i++) {
                download.accept(i);
              }
            },
            statements);
    double thousands = rows / 1e3;
    Cost cost =
        new Cost(
            all.perSecond() * thousands,
            all.service() / thousands,
            all.database() / thousands,
            all.jdbc() / thousands);
    print(name + ", 1,000 rows", cost);
    return cost;
  }

  private Cost measured(int many, IntConsumer work, List<String> statements) {
    Duration ours = service.used();
    Duration theirs = server.used();
    long begun = System.nanoTime();
    work.accept(many);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double serviceEach = service.since(ours, many);
    double databaseEach = server.since(theirs, many);
    return new Cost(many / seconds, serviceEach, databaseEach, jdbc(many, statements));
  }

  /** The same reading statements one after the other, with each value looked at. */
  private double jdbc(int many, List<String> statements) {
    if (statements.isEmpty()) {
      return 0;
    }
    int times = statements.size() > 100 ? Math.min(many, 3) : many;
    try (Connection connection = ofOwner();
        Statement statement = connection.createStatement()) {
      run(statement, statements);
      Duration theirs = server.used();
      long ours = ownCpu();
      for (int i = 0; i < times; i++) {
        run(statement, statements);
      }
      return (ownCpu() - ours) / 1e6 / times + server.since(theirs, times);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(Statement statement, List<String> statements) throws SQLException {
    for (String sql : statements) {
      try (ResultSet rows = statement.executeQuery(sql)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            rows.getObject(column);
          }
        }
      }
    }
  }

  /** One writer, and as many of the same agency as fill the processors. */
  private void written() {
    head("writing, among " + MANY + " rows");
    AtomicInteger number = new AtomicInteger();
    IntConsumer write =
        i ->
            assertThat(
                    reporter
                        .post(
                            "/v1/relationships",
                            RegisterWorkbook.oneAsJson(number.incrementAndGet()))
                        .statusCode())
                .isEqualTo(201);
    long end = System.nanoTime() + WARM_UP.toNanos();
    while (System.nanoTime() < end) {
      together(REQUESTS / 8, write);
    }
    Cost alone =
        measured(
            REQUESTS / 8,
            many -> {
              for (int i = 0; i < many; i++) {
                write.accept(i);
              }
            },
            List.of());
    print("POST one, alone", alone);
    Cost crowd = measured(REQUESTS / 4, many -> together(many, write), List.of());
    print("POST one, by 16", crowd);
    ratios.add("post.by16", alone.perSecond() / crowd.perSecond());
  }

  /** Of another agency, which has none of these rows. */
  private void uploaded() throws IOException {
    head("an upload of " + UPLOADED + " rows");
    Client other = new Client(upline, "reporter@bluemesa.example");
    byte[] workbook = RegisterWorkbook.of(UPLOADED);
    for (String mode : List.of("DRY_RUN", "DRY_RUN", "COMMIT", "COMMIT")) {
      Cost cost =
          measured(
              1,
              many -> assertThat(other.upload(workbook, mode).statusCode()).isEqualTo(201),
              List.of());
      System.out.printf(
          "%-22s %8.1f s %9.2f %9.2f CPU s%n",
          mode, 1 / cost.perSecond(), cost.service() / 1e3, cost.database() / 1e3);
    }
  }

  private void compare(Map<String, Cost> few, Map<String, Cost> many) {
    System.out.printf(
        "%n%-22s %16s %16s %16s%n",
        "", "x JDBC at " + FEW, "x JDBC at " + MANY, MANY + " : " + FEW);
    few.forEach(
        (name, cost) -> {
          Cost later = many.get(name);
          if (later != null) {
            double grows = later.together() / cost.together();
            System.out.printf(
                "%-22s %16.2f %16.2f %16.2f%n", name, cost.toJdbc(), later.toJdbc(), grows);
            // The first is measured before much of it is compiled as it will be.
            ratios.add(name + ".jdbc", later.toJdbc());
            ratios.add(name + ".grows", grows);
          }
        });
  }

  private static void head(String what) {
    System.out.printf(
        "%n%-22s %10s %9s %9s %9s %7s%n",
        what, "a second", "service", "database", "JDBC", "x JDBC");
  }

  private static void print(String name, Cost cost) {
    System.out.printf(
        "%-22s %10.0f %9.2f %9.2f", name, cost.perSecond(), cost.service(), cost.database());
    System.out.println(
        cost.jdbc() == 0 ? "" : " %9.2f %7.2f".formatted(cost.jdbc(), cost.toJdbc()));
  }

  private static void together(int many, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<Void>> all =
          Stream.<Callable<Void>>generate(
                  () ->
                      () -> {
                        for (int i = next.getAndIncrement(); i < many; i = next.getAndIncrement()) {
                          work.accept(i);
                        }
                        return null;
                      })
              .limit(AT_ONCE)
              .toList();
      for (Future<Void> done : threads.invokeAll(all)) {
        done.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void analyze() throws SQLException {
    try (Connection connection = ofOwner();
        Statement statement = connection.createStatement()) {
      for (String table : List.of("relationship", "relationship_revision", "relationship_facet")) {
        statement.execute("analyze table " + table);
      }
    }
  }

  private UUID uuid(String table, String column, String condition) throws SQLException {
    try (Connection connection = ofOwner();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select hex(%s) from %s where %s".formatted(column, table, condition))) {
      assertThat(rows.next()).isTrue();
      return UUID.fromString(
          rows.getString(1).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }
  }

  private Connection ofOwner() throws SQLException {
    return DriverManager.getConnection(
        settings.get("DATASOURCES_DEFAULT_URL"),
        settings.get("UPLINE_MIGRATION_USERNAME"),
        settings.get("UPLINE_MIGRATION_PASSWORD"));
  }

  private static long ownCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
