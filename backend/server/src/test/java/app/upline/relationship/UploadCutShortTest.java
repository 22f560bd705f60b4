package app.upline.relationship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Owner;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An upload that does not come to its end leaves nothing behind: no row, no record, no file. */
@Tag("engine")
@MicronautTest(transactional = false)
class UploadCutShortTest {

  private static final int MANY = 2_000;

  @Inject EmbeddedServer server;
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Owner owner;

  private RegisterClient desk;

  @BeforeEach
  void anAgency() {
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
  }

  @Test
  void aCallerWhoHangsUpInTheMiddleOfTheFileLeavesNothing() throws Exception {
    Set<Path> before = filesUnderWay();
    byte[] body = form(sheet(MANY)).getBytes(UTF_8);
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head(body.length).getBytes(UTF_8));
      out.write(body, 0, body.length / 2);
      out.flush();
    }
    assertThat(newFiles(before)).isEmpty();
    nothingIsThere();
    upload(sheet(2)).statusCode(201).body("created", equalTo(2));
  }

  @Test
  void whatTheDatabaseRefusesHalfWayIsTakenBackWhole() throws Exception {
    Set<Path> before = filesUnderWay();
    owner.run(
        """
        create trigger refuse_half_way before insert on relationship_facet for each row
        begin
          if new.facet = 'term:entity%d' then signal sqlstate '45000' set message_text = 'half-way'; end if;
        end
        """
            .formatted(MANY / 2));
    try {
      upload(sheet(MANY))
          .statusCode(500)
          .body("type", equalTo("urn:upline:problem:internal-error"));
    } finally {
      owner.run("drop trigger refuse_half_way");
    }
    assertThat(newFiles(before)).isEmpty();
    nothingIsThere();
    upload(sheet(2)).statusCode(201).body("created", equalTo(2));
    desk.list(Map.of("limit", 1))
        .body("items[0].reference", matchesPattern("REL-\\d{4}-[0-9A-Z]{4}-000001"));
  }

  private void nothingIsThere() {
    desk.list(Map.of()).statusCode(200).body("items", hasSize(0));
    desk.call().get("/v1/relationship-imports").then().statusCode(200).body("items", hasSize(0));
  }

  private ValidatableResponse upload(String sheet) {
    return desk.call()
        .multiPart("file", "relationships.csv", sheet.getBytes(UTF_8), "text/csv")
        .multiPart("mode", "COMMIT")
        .post("/v1/relationship-imports")
        .then();
  }

  private static String sheet(int rows) {
    StringBuilder sheet =
        new StringBuilder(
            "Legal name,Entity type,Functions,Address,City,State,ZIP,Contact,E-mail,Website,Start"
                + " date,Offshore\r\n");
    for (int i = 1; i <= rows; i++) {
      sheet
          .append("Entity%d Marketing LLC,Marketing agency,Marketing,".formatted(i))
          .append("%d Main St,Tampa,FL,33602,Desk,desk@entity.example,".formatted(i))
          .append("www.entity.example,01/15/2025,N\r\n");
    }
    return sheet.toString();
  }

  private String head(int length) {
    return """
    POST /v1/relationship-imports HTTP/1.1
    Host: localhost
    Authorization: Bearer %s
    Content-Type: multipart/form-data; boundary=cut
    Content-Length: %d

    """
        .formatted(desk.person().accessToken(), length)
        .replace("\n", "\r\n");
  }

  private static String form(String sheet) {
    return "--cut\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\nCOMMIT\r\n"
        + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sheet.csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\n"
        + sheet
        + "\r\n--cut--\r\n";
  }

  private static Set<Path> newFiles(Set<Path> before) throws IOException {
    Set<Path> files = filesUnderWay();
    files.removeAll(before);
    return files;
  }

  /** Uploads are held in memory; these are what was kept in files of once. */
  private static Set<Path> filesUnderWay() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().matches("(upline-upload|FUp_).*"))
          .collect(Collectors.toCollection(HashSet::new));
    }
  }
}
