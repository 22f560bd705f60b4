package app.upline.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uploads by what they came to, from either end. */
@Tag("engine")
@MicronautTest(transactional = false)
class ImportListTest {

  private static final String CONTRACTS = "Contract Number,Legal Entity Name\r\n";

  @Inject Api api;
  @Inject TestUsers crowd;

  @Test
  void anAgencyFindsTheUploadsThatWereRejected() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    String path = "/v1/relationship-imports";
    String first = upload(reporter, path, "Legal name,Entity type\r\nNobody LLC,Balloon\r\n");
    String second = upload(reporter, path, "Legal name,Entity type\r\nNobody LLC,Kite\r\n");
    String status =
        api.as(reporter).get(path + "/" + first).then().statusCode(200).extract().path("status");
    assertThat(ids(reporter, path + "?status=" + status)).containsExactly(second, first);
    assertThat(ids(reporter, path + "?direction=ASCENDING")).containsExactly(first, second);
    assertThat(ids(reporter, path + "?status=APPLIED")).isEmpty();
    assertThat(ids(reporter, "/v1/incident-imports?status=" + status)).isEmpty();
  }

  @Test
  void aCarrierFindsTheDirectoriesThatWereLoaded() {
    TestUser administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR);
    String path = "/v1/contract-directory-imports";
    String rejected = upload(administrator, path, CONTRACTS + "H1,Nobody LLC\r\n");
    String loaded = upload(administrator, path, CONTRACTS + "H0672,Nobody LLC\r\n");
    assertThat(ids(administrator, path + "?status=LOADED")).containsExactly(loaded);
    assertThat(ids(administrator, path + "?status=REJECTED")).containsExactly(rejected);
    assertThat(ids(administrator, path + "?direction=ASCENDING")).containsExactly(rejected, loaded);
  }

  private String upload(TestUser person, String path, String sheet) {
    return api.as(person)
        .multiPart("file", "sheet.csv", sheet.getBytes(UTF_8), "text/csv")
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private List<String> ids(TestUser person, String path) {
    return api.as(person).get(path).then().statusCode(200).extract().path("items.id");
  }
}
