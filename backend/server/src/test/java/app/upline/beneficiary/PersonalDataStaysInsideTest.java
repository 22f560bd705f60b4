package app.upline.beneficiary;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.LogLines;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Plants a name and a number that occur nowhere else, does everything with them that can be done,
 * and looks for them in every log line, every column of every table and every refusal.
 */
@Tag("engine")
// What it looks at is no engine's: make test-mysql runs it with ALL=yes.
@Tag("above-the-database")
@MicronautTest(transactional = false)
class PersonalDataStaysInsideTest {

  private static final String NAME = "Zebulon Quillfeather";
  private static final String MBI = "9XX9XX9XX99";
  private static final List<String> PLANTED =
      List.of("zebulon", "quillfeather", "9xx9xx9xx99", "9xx9-xx9-xx99");
  private static final String BLOCK =
      "{\"fullName\": \"%s\", \"mbi\": \"%s\", \"shareWithCarrier\": true}".formatted(NAME, MBI);

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject DisclosedIncidents incidents;
  @Inject TransactionOperations<Connection> transactions;

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Level before;
  private final List<String> refusals = new ArrayList<>();

  @BeforeEach
  void listen() {
    before = root.getLevel();
    log.start();
    root.addAppender(log);
    // More than any installation writes, yet without the values that the framework's TRACE shows.
    root.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stopListening() {
    root.setLevel(before);
    root.detachAppender(log);
  }

  @Test
  void plantedValuesAreFoundNowhere() {
    UUID agency = crowd.agency();
    UUID carrier = crowd.carrier();
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    TestUser officer = crowd.someone(Role.AGENCY_PRIVACY_OFFICER, agency);
    TestUser theirs = crowd.someone(Role.CARRIER_PRIVACY_OFFICER, carrier);
    UUID incident = incidents.record(reporter, carrier, ORDINARY);
    String path = "/v1/incidents/" + incident + "/beneficiary";

    put(reporter, path, "\"0\"", BLOCK, 200);
    incidents.disclose(
        reporter, incident, 1, carrier, ORDINARY, LocalDateTime.of(2026, 4, 1, 9, 0));
    put(reporter, path, "\"0\"", BLOCK, 412);
    put(reporter, path, "\"1\"", BLOCK.replace(MBI, MBI + "9"), 422);
    put(reporter, path, "\"1\"", BLOCK.replace("\"mbi\"", "\"number\""), 400);
    put(reporter, path, "\"1\"", BLOCK.replace("true", "\"Quillfeather\""), 400);
    put(reporter, path, "\"1\"", BLOCK.replace("}", ""), 400);
    put(officer, path, "\"1\"", BLOCK, 403);
    put(crowd.someone(Role.AGENCY_REPORTER), path, "\"1\"", BLOCK, 404);
    reveal(officer, path, "Needed for " + MBI + ", who called.", 422);
    assertThat(reveal(officer, path, "Needed to reverse the enrollment.", 200)).contains(NAME);
    assertThat(reveal(theirs, path, "Needed to call the member back.", 200)).contains(NAME);

    assertThat(refusals).hasSizeGreaterThan(7).allSatisfy(PersonalDataStaysInsideTest::isClean);
    List<ILoggingEvent> lines = LogLines.of(log);
    assertThat(lines).isNotEmpty();
    assertThat(lines.stream().filter(event -> !isOurCaller(event)).filter(this::tells))
        .extracting(ILoggingEvent::getLoggerName)
        .isEmpty();
    List<String> findings = findingsInTables();
    assertThat(findings).isEmpty();
  }

  /** That the search in the tables finds what is there: a guard that never fires is none. */
  @Test
  void aValueInClearWouldBeFound() {
    crowd.run(
        "insert into carrier (id, name, time_zone, created_at) values (?, ?, 'UTC', utc_timestamp(6))",
        crowd.organization(OrganizationKind.CARRIER),
        "Quillfeather " + UUID.randomUUID());
    assertThat(findingsInTables()).contains("carrier.name");
    crowd.run("update carrier set name = hex(id) where name like 'Quillfeather%'");
  }

  private void put(TestUser person, String path, String ifMatch, String body, int expected) {
    var answer =
        api.as(person)
            .header("If-Match", ifMatch)
            .contentType("application/json")
            .body(body)
            .put(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(expected);
    refusals.add(answer.asString() + answer.headers());
  }

  private String reveal(TestUser person, String path, String reason, int expected) {
    var answer =
        api.as(person)
            .contentType("application/json")
            .body("{\"reason\": \"" + reason + "\"}")
            .post(path + "/reveal");
    assertThat(answer.statusCode()).isEqualTo(expected);
    if (expected != 200) {
      refusals.add(answer.asString() + answer.headers());
    }
    return answer.asString();
  }

  /** The HTTP client of the test writes what it sends and receives. */
  private static boolean isOurCaller(ILoggingEvent event) {
    return event.getLoggerName().startsWith("org.apache.http");
  }

  private boolean tells(ILoggingEvent event) {
    String text = text(event).toLowerCase(Locale.ROOT);
    return PLANTED.stream().anyMatch(text::contains);
  }

  private static String text(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getFormattedMessage() + event.getMDCPropertyMap() + trace;
  }

  private static void isClean(String text) {
    assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(PLANTED);
  }

  private List<String> findingsInTables() {
    return transactions.executeRead(
        status -> {
          try {
            List<String> findings = new ArrayList<>();
            for (String table : tables(status.getConnection())) {
              search(status.getConnection(), table, findings);
            }
            return findings;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    assertThat(tables).contains("incident_beneficiary", "beneficiary_reveal", "idempotent_request");
    return tables;
  }

  /** By the server itself: among all that other tests left, to fetch every value took a minute. */
  private static void search(Connection connection, String table, List<String> findings)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet rows =
        connection.getMetaData().getColumns(connection.getCatalog(), null, table, "%")) {
      while (rows.next()) {
        columns.add(rows.getString("COLUMN_NAME"));
      }
    }
    String tells =
        columns.stream()
            .map(
                column ->
                    "sum(lower(convert(cast(`%s` as binary) using latin1)) regexp '%s')"
                        .formatted(column, String.join("|", PLANTED)))
            .collect(Collectors.joining(", "));
    try (var statement = connection.createStatement();
        ResultSet sums = statement.executeQuery("select %s from `%s`".formatted(tells, table))) {
      sums.next();
      for (int i = 0; i < columns.size(); i++) {
        if (sums.getLong(i + 1) > 0) {
          findings.add(table + "." + columns.get(i));
        }
      }
    }
  }
}
