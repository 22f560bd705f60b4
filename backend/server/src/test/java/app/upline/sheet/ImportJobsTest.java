package app.upline.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Files that are too large for anybody to wait for; here every file is. The worker looks when a
 * test says so.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.uploads.waited-for-bytes", value = "0")
@Property(name = "upline.uploads.look-every", value = "1h")
@Property(name = "upline.uploads.jobs", value = "1000")
class ImportJobsTest {

  private static final String IMPORTS = "/v1/relationship-imports";
  private static final String HEADER =
      "Name of Subcontractor / TPMO (legal),Type of entity,NPN,Services provided,Street,City,ST,Zip,Contact,E-mail,Contact phone,Start date,Offshore? (Y/N)\r\n";
  private static final String ROW =
      "%s,Call Center,6657%03d,Sales,1 Main St,Tampa,%s,33602,Desk,desk@lonestar.example,602-555-0100,12/15/2021,n\r\n";
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2090-01-01T00:00:00Z");

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Trail trail;
  @Inject OrganizationRegistry organizations;
  @Inject ImportWorker worker;
  @Inject ImportJobRows jobs;

  private TestUser reporter;

  @BeforeEach
  void anAgency() {
    UUID agency = crowd.agency();
    organizations.contract(agency, crowd.carrier());
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
  }

  @Test
  void aLargeFileIsTakenInWhileNobodyWaits() {
    String id =
        upload("COMMIT", sound(3))
            .statusCode(202)
            .header("Location", containsString(IMPORTS))
            .body("status", equalTo("PROCESSING"))
            .body("progress.phase", equalTo("WAITING"))
            .body("progress.rowsRead", equalTo(0))
            .body("mapping.columns.field", hasItem("legalName"))
            .extract()
            .path("id");
    assertThat(names()).isEmpty();

    done(id)
        .body("status", equalTo("APPLIED"))
        .body("rows", equalTo(3))
        .body("created", equalTo(3))
        .body("correctableUntil", nullValue());
    assertThat(names()).containsExactly("Vendor 0", "Vendor 1", "Vendor 2");
    assertThat(crowd.count("select count(*) from sheet_import_file where import_id = ?", uuid(id)))
        .as("parts of a file that nobody needs any more")
        .isZero();
    assertThat(trail.of(reporter.organizationId()))
        .filteredOn(event -> event.operation().equals("importRelationships"))
        .as("putting it down, and taking it in")
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.outcome()).isEqualTo("SUCCEEDED"))
        .allSatisfy(event -> assertThat(event.actor()).isEqualTo(reporter.id().toString()));
  }

  @Test
  void anAnswerWithProgressIsAnotherVersion() {
    String id = upload("DRY_RUN", sound(1)).extract().path("id");
    String waiting = read(id).extract().header("ETag");
    UUID server = UUID.randomUUID();
    jobs.claim(uuid(id), server, Instant.now(), LONG_AGO);
    jobs.note(uuid(id), server, ImportAttempt.Phase.READING, 500);
    api.as(reporter)
        .header("If-None-Match", waiting)
        .get(IMPORTS + "/" + id)
        .then()
        .statusCode(200)
        .body("progress.phase", equalTo("READING"))
        .body("progress.rowsRead", equalTo(500));
    done(id).body("status", equalTo("CHECKED")).body("created", equalTo(1));
  }

  @Test
  void itsFaultyRowsAreCorrectedInTheSameWay() {
    String id = upload("COMMIT", sound(2) + faulty()).extract().path("id");
    done(id)
        .body("status", equalTo("REJECTED"))
        .body("errors.code", contains("UNKNOWN_CODE"))
        .body("errors.cell", contains("G4"));
    assertThat(names()).isEmpty();

    correct(id, 4)
        .statusCode(202)
        .body("status", equalTo("REJECTED"))
        .body("correctedRows", equalTo(1))
        .body("progress.phase", equalTo("WAITING"));
    correct(id, 4)
        .statusCode(409)
        .body("detail", containsString("are being checked at the moment"));
    done(id).body("status", equalTo("APPLIED")).body("created", equalTo(3));
    assertThat(names()).hasSize(3);
  }

  @Test
  void whatNobodyHasBegunWithIsCanceledAtOnce() {
    String id = upload("COMMIT", sound(2)).extract().path("id");
    cancel(id).statusCode(200).body("status", equalTo("CANCELED")).body("progress", nullValue());
    cancel(id).statusCode(409).body("detail", containsString("Nothing is being done"));
    worker.look();
    read(id).body("status", equalTo("CANCELED"));
    assertThat(names()).isEmpty();
    correct(id, 2).statusCode(409);
  }

  @Test
  void whatSomebodyHasBegunWithGoesNoFurther() {
    String id = upload("COMMIT", sound(2)).extract().path("id");
    UUID server = UUID.randomUUID();
    jobs.claim(uuid(id), server, Instant.now(), LATER);
    cancel(id)
        .statusCode(200)
        .body("status", equalTo("PROCESSING"))
        .body("progress.cancelAsked", equalTo(true));
    assertThat(jobs.note(uuid(id), server, ImportAttempt.Phase.CHECKING, 2)).isZero();
    // That server dies before it says so.
    jobs.renew(server, LONG_AGO);
    done(id).body("status", equalTo("CANCELED"));
    assertThat(names()).isEmpty();
  }

  @Test
  void canceledCorrectionsAreKeptAndTheUploadIsAsItWas() {
    String id = upload("COMMIT", sound(1) + faulty()).extract().path("id");
    done(id);
    correct(id, 3).statusCode(202);
    cancel(id)
        .statusCode(200)
        .body("status", equalTo("REJECTED"))
        .body("correctedRows", equalTo(1))
        .body("progress", nullValue());
    corrections(id, "{\"mode\": \"COMMIT\"}").statusCode(202);
    done(id).body("status", equalTo("APPLIED")).body("created", equalTo(2));
  }

  @Test
  void whatAServerHasLeftIsBegunAnew() {
    String id = upload("COMMIT", sound(2)).extract().path("id");
    jobs.claim(uuid(id), UUID.randomUUID(), Instant.now(), LONG_AGO);
    done(id).body("status", equalTo("APPLIED")).body("created", equalTo(2));
  }

  @Test
  void aFileWithWhichThreeServersDiedIsTriedNoMore() {
    String id = upload("COMMIT", sound(2)).extract().path("id");
    for (int i = 0; i < 3; i++) {
      jobs.claim(uuid(id), UUID.randomUUID(), Instant.now(), LONG_AGO);
    }
    done(id)
        .body("status", equalTo("FAILED"))
        .body("notices.code", contains("NOT_TAKEN_IN"))
        .body("notices[0].message", containsString("broke off each time"));
    assertThat(names()).isEmpty();
  }

  @Test
  void whatAnotherServerIsAtIsLeftToIt() {
    String id = upload("COMMIT", sound(2)).extract().path("id");
    jobs.claim(uuid(id), UUID.randomUUID(), Instant.now(), LATER);
    worker.look();
    read(id).body("status", equalTo("PROCESSING")).body("progress.phase", equalTo("READING"));
    assertThat(names()).isEmpty();
  }

  @Test
  void ofOneAgencyOneIsDoneAtATimeInItsOrderAndOthersDoNotWaitForIt() {
    String first = upload("COMMIT", sound(1)).extract().path("id");
    String second = upload("COMMIT", sound(2)).extract().path("id");
    UUID server = UUID.randomUUID();
    jobs.claim(uuid(first), server, Instant.now(), LATER);
    TestUser busy = reporter;
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    done(upload("COMMIT", sound(1)).extract().path("id")).body("status", equalTo("APPLIED"));

    reporter = busy;
    read(second).body("progress.phase", equalTo("WAITING"));
    jobs.renew(server, LONG_AGO);
    done(first).body("created", equalTo(1));
    done(second).body("created", equalTo(1)).body("unchanged", equalTo(1));
  }

  @Test
  void whoeverMayNotUploadAnyMoreUploadsNothing() {
    String id = upload("COMMIT", sound(2)).extract().path("id");
    TestUser colleague = crowd.someone(Role.AGENCY_ATTESTER, reporter.organizationId());
    crowd.run("update app_user set active = false where id = ?", reporter.id());
    await(colleague, id)
        .body("status", equalTo("FAILED"))
        .body("notices[0].message", containsString("may not upload any more"));
  }

  @Test
  void whatIsSeenToBeWrongAtOnceIsRefusedAndNotPutDown() {
    post("COMMIT", "no headings\r\nat all\r\n")
        .statusCode(422)
        .body("type", endsWith("workbook-no-header"));
    api.as(reporter).get(IMPORTS).then().body("items", hasSize(0));
  }

  @Test
  void whatIsSeenToBeWrongWhileItIsReadIsTold() {
    String id =
        post("COMMIT", HEADER + "A\r\n".repeat(50_001)).statusCode(202).extract().path("id");
    done(id)
        .body("status", equalTo("FAILED"))
        .body("notices.code", contains("NOT_TAKEN_IN"))
        .body("notices[0].message", containsString("rows"));
  }

  @Test
  void eightOfOneAgencyWait() {
    for (int i = 0; i < 8; i++) {
      upload("DRY_RUN", sound(1)).statusCode(202);
    }
    upload("DRY_RUN", sound(1))
        .statusCode(429)
        .body("detail", containsString("too many uploads that wait"));
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    upload("DRY_RUN", sound(1)).statusCode(202);
  }

  private ValidatableResponse upload(String mode, String rows) {
    return post(mode, HEADER + rows);
  }

  private ValidatableResponse post(String mode, String sheet) {
    return api.as(reporter)
        .multiPart("file", "register.csv", sheet.getBytes(UTF_8), "text/csv")
        .multiPart("mode", mode)
        .post(IMPORTS)
        .then();
  }

  private ValidatableResponse correct(String id, int row) {
    return corrections(
        id,
        "{\"mode\": \"COMMIT\", \"rows\": [{\"row\": %d, \"cells\": [{\"field\": \"state\", \"text\": \"FL\"}]}]}"
            .formatted(row));
  }

  private ValidatableResponse corrections(String id, String body) {
    return api.as(reporter)
        .contentType("application/json")
        .header("If-Match", "*")
        .body(body)
        .post(IMPORTS + "/" + id + "/corrections")
        .then();
  }

  private ValidatableResponse cancel(String id) {
    return api.as(reporter).post(IMPORTS + "/" + id + "/cancel").then();
  }

  private ValidatableResponse read(String id) {
    return api.as(reporter).get(IMPORTS + "/" + id).then().statusCode(200);
  }

  /** What is to be done is done. */
  private ValidatableResponse done(String id) {
    return await(reporter, id);
  }

  private ValidatableResponse await(TestUser who, String id) {
    while (true) {
      // Again: the one before may be told of as done a moment before its place is free.
      worker.look();
      ValidatableResponse answer = api.as(who).get(IMPORTS + "/" + id).then().statusCode(200);
      if (answer.extract().path("progress") == null) {
        return answer;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private List<String> names() {
    return api.as(reporter)
        .queryParam("sort", "LEGAL_NAME")
        .get("/v1/relationships")
        .path("items.legalName");
  }

  private static String sound(int rows) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      all.append(ROW.formatted("Vendor " + i, i, "FL"));
    }
    return all.toString();
  }

  private static String faulty() {
    return ROW.formatted("Faulty", 999, "ZZ");
  }

  private static UUID uuid(String id) {
    return UUID.fromString(id);
  }
}
