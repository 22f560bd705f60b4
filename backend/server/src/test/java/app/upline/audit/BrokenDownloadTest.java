package app.upline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.LogLines;
import app.upline.testing.Owner;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * A file that breaks off is never taken for a whole one, neither by its reader nor in the trail.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class BrokenDownloadTest {
  private static final int RELATIONSHIPS = 3_000;

  private static final String DIGITS =
      "(select 0 as d union all select 1 union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";

  private static final String NUMBERS =
      "select t.d * 1000 + a.d * 100 + b.d * 10 + c.d as seq from %1$s t join %1$s a join %1$s b join %1$s c where t.d < 3"
          .formatted(DIGITS);

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Owner owner;
  @Inject Trail trail;

  private TestUser reporter;

  @BeforeEach
  void aRegister() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    String sample =
        api.as(reporter)
            .contentType("application/json")
            .body(
                """
                {"legalName": "Juniper Ridge LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
                 "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
                 "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
                 "contact": {"name": "Compliance desk", "email": "desk@company.example"}}
                """)
            .post("/v1/relationships")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    copies(sample);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CSV", "XLSX"})
  void anExportThatCannotBeFinishedBreaksOffAndHasFailed(String format) {
    owner.run(
        """
        update relationship_revision v join relationship r on r.id = v.relationship_id
        set v.content = replace(v.content, 'Juniper', 'Sequoia')
        where r.agency_id = ? and r.reference = 'REL-COPY-%d'
        """
            .formatted(RELATIONSHIPS),
        reporter.organizationId());
    assertThat(
            logged(
                () ->
                    assertThatThrownBy(() -> download("/v1/relationships/export?format=" + format))
                        .isInstanceOf(IOException.class)))
        // The client asks once more where an answer broke off before it began.
        .isNotEmpty()
        .allSatisfy(
            line -> {
              // A throwable is logged with the messages of its causes, and they may hold values.
              assertThat(line.getThrowableProxy()).isNull();
              assertThat(line.getFormattedMessage())
                  .contains("AlteredContentException: Stored content does not fit its digest");
            });
    assertThat(outcomes("exportRelationships")).isNotEmpty().containsOnly("FAILED 500");
  }

  private static List<ILoggingEvent> logged(Runnable work) {
    ch.qos.logback.classic.Logger root =
        (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try {
      work.run();
      return LogLines.of(log).stream()
          .filter(line -> line.getFormattedMessage().startsWith("A download failed"))
          .toList();
    } finally {
      root.detachAppender(log);
    }
  }

  @Test
  void oneThatIsWholeHasSucceededWhenItsLastByteIsThere() throws Exception {
    assertThat(download("/v1/relationships/export?format=CSV")).contains("Juniper Ridge LLC");
    assertThat(outcomes("exportRelationships")).containsExactly("SUCCEEDED 0");
  }

  @Test
  void oneWhoseReaderGoesAwayHasFailed() throws Exception {
    URI address = URI.create(api.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setReceiveBufferSize(4_096);
      socket
          .getOutputStream()
          .write(
              ("GET /v1/relationships/export?format=CSV HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + reporter.accessToken()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(in.readNBytes(100)).isNotEmpty();
      socket.setSoLinger(true, 0);
    }
    for (int i = 0; i < 600 && outcomes("exportRelationships").isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(outcomes("exportRelationships")).containsExactly("FAILED 499");
  }

  private String download(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api.url() + path))
            .header("Authorization", "Bearer " + reporter.accessToken())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private List<String> outcomes(String operation) {
    return trail.of(reporter.organizationId()).stream()
        .filter(event -> event.operation().equals(operation))
        .map(event -> event.outcome() + " " + event.status())
        .toList();
  }

  /** As many as do not fit between writer and reader. */
  private void copies(String sample) {
    copy(sample, UUID.randomUUID().toString(), RELATIONSHIPS);
    crowd.run(
        """
        insert into relationship (id, agency_id, reference, revision, legal_name, name_key, npn, entity_type, state, functions,
          status, search_text, created_at, changed_at)
        select random_bytes(16), r.agency_id, concat('REL-MANY-', s.seq), 1, r.legal_name, r.name_key, r.npn,
          r.entity_type, r.state, r.functions, r.status, r.search_text, r.created_at, r.changed_at
        from relationship r join (%s) s where r.id = ?
        """
            .formatted(NUMBERS),
        UUID.fromString(sample));
    crowd.run(
        """
        insert into relationship_revision (relationship_id, revision, content, content_sha256, entity_type, state, functions, status,
          start_date, known_on, name_key, origin, changed_at, changed_by)
        select m.id, 1, v.content, v.content_sha256, v.entity_type, v.state, v.functions, v.status, v.start_date, v.known_on,
          v.name_key, v.origin, v.changed_at, v.changed_by
        from relationship m join relationship_revision v on v.relationship_id = ?
        where m.agency_id = ? and m.reference like 'REL-MANY-%'
        """,
        UUID.fromString(sample), reporter.organizationId());
  }

  private void copy(String sample, String id, int number) {
    crowd.run(
        """
        insert into relationship (id, agency_id, reference, revision, legal_name, name_key, npn, entity_type, state, functions,
          status, search_text, created_at, changed_at)
        select ?, agency_id, ?, 1, legal_name, name_key, npn, entity_type, state, functions, status, search_text, created_at,
          changed_at
        from relationship where id = ?
        """,
        UUID.fromString(id),
        "REL-COPY-" + number,
        UUID.fromString(sample));
    crowd.run(
        """
        insert into relationship_revision (relationship_id, revision, content, content_sha256, entity_type, state, functions, status,
          start_date, known_on, name_key, origin, changed_at, changed_by)
        select ?, 1, content, content_sha256, entity_type, state, functions, status, start_date, known_on, name_key, origin,
          changed_at, changed_by
        from relationship_revision where relationship_id = ?
        """,
        UUID.fromString(id),
        UUID.fromString(sample));
  }
}
