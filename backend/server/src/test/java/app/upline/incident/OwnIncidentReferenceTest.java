package app.upline.incident;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import app.upline.testing.WaysToWrite;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When two references of an agency's own to incidents are the same one. */
@Tag("engine")
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnIncidentReferenceTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject JsonMapper json;

  private IncidentClient desk;

  @BeforeAll
  void anAgencyWithACarrier() {
    UUID agency = crowd.agency();
    UUID carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    desk = new IncidentClient(api, crowd.someone(Role.AGENCY_REPORTER, agency), carrier);
  }

  @ParameterizedTest
  @EnumSource(WaysToWrite.class)
  void twoThatAPersonCannotTellApartAreOne(WaysToWrite way) throws IOException {
    desk.record(member("ownReference", "one " + way.one()));

    ValidatableResponse second = desk.create(member("ownReference", "one " + way.other()));

    if (way.isSame()) {
      second
          .statusCode(422)
          .body("errors.code", hasItem("OWN_REFERENCE_TAKEN"))
          .body("errors.pointer", hasItem("/ownReference"));
    } else {
      second.statusCode(201);
    }
  }

  @ParameterizedTest
  @EnumSource(WaysToWrite.class)
  void twoRowsOfABatchAreToldApartTheSameWay(WaysToWrite way) throws IOException {
    ValidatableResponse batch =
        batch(sound("ownReference", way.one()), sound("ownReference", way.other()));

    if (way.isSame()) {
      batch
          .statusCode(422)
          .body("errors[0].code", equalTo("OWN_REFERENCE_TAKEN"))
          .body("errors[0].pointer", equalTo("/incidents/1/ownReference"));
    } else {
      batch.statusCode(200).body("created", equalTo(2));
    }
  }

  @ParameterizedTest
  @MethodSource("app.upline.testing.WaysToWrite#texts")
  void aBatchThatNamesNoReferenceOfOursIsToldSo(String text) throws IOException {
    batch(member("reference", text))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/incidents/0/reference"));
  }

  private ValidatableResponse batch(String... rows) {
    return desk.batch("{\"mode\": \"COMMIT\", \"incidents\": [" + String.join(", ", rows) + "]}");
  }

  private String sound(String member, String value) throws IOException {
    return IncidentJson.of(desk.carrier(), member(member, value));
  }

  private String member(String name, String value) throws IOException {
    return json.writeValueAsString(Map.of(name, value));
  }
}
