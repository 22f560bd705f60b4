package app.upline.relationship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import app.upline.identity.Role;
import app.upline.record.OwnReference;
import app.upline.record.RecordReference;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import app.upline.testing.WaysToWrite;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When two references of an agency's own are the same one, by whatever way they come in. */
@Tag("engine")
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnReferenceTest {

  private static final String HEADER =
      "Name of Subcontractor / TPMO (legal),Type of entity,NPN,Tax ID (EIN),Services provided,Street,City,ST,Zip,"
          + "Contact,E-mail,Web site(s),Start date,Term date,Offshore? (Y/N),";
  private static final String ROW =
      "%s,General Agency,,,Marketing,1 Main St,Boston,ma,2108,Desk,desk@keystone.example,"
          + "www.keystone.example,12/15/2021,,n,%s\n";

  @Inject Api api;
  @Inject TestUsers crowd;

  private RegisterClient desk;

  @BeforeAll
  void somebodyInARegisterOfTheirOwn() {
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
  }

  @ParameterizedTest
  @EnumSource(WaysToWrite.class)
  void twoThatAPersonCannotTellApartAreOne(WaysToWrite way) {
    desk.record(Entity.named("Juniper Ridge LLC").with("ownReference", "one " + way.one()));

    ValidatableResponse second =
        desk.create(Entity.named("Copper Canyon LLC").with("ownReference", "one " + way.other()));

    if (way.isSame()) {
      second
          .statusCode(422)
          .body("errors[0].code", equalTo("OWN_REFERENCE_TAKEN"))
          .body("errors[0].pointer", equalTo("/ownReference"));
    } else {
      second.statusCode(201);
    }
    assertThat(OwnReference.key(way.one()).equals(OwnReference.key(way.other())))
        .isEqualTo(way.isSame());
  }

  @ParameterizedTest
  @EnumSource(WaysToWrite.class)
  void twoRowsOfASheetAreToldApartTheSameWay(WaysToWrite way) {
    ValidatableResponse upload =
        upload(
            HEADER + "Your reference\n",
            ROW.formatted("Juniper " + way, way.one())
                + ROW.formatted("Copper " + way, way.other()));

    if (way.isSame()) {
      upload
          .body("status", equalTo("REJECTED"))
          .body("errors.code", equalTo(List.of("OWN_REFERENCE_TAKEN")))
          .body("errors.cell", equalTo(List.of("P3")));
    } else {
      upload.body("status", equalTo("APPLIED")).body("created", equalTo(2));
    }
  }

  @Test
  void whateverStandsInTheColumnOfReferencesIsFoundOrUnknown() {
    List<String> texts =
        WaysToWrite.texts().filter(text -> RecordReference.of(text).isEmpty()).toList();
    String rows =
        texts.stream()
            .map(text -> ROW.formatted("Lone Star LLC", text))
            .collect(Collectors.joining());
    upload(HEADER + "Reference\n", rows)
        .body("status", equalTo("REJECTED"))
        .body("errors.code", everyItem(equalTo("UNKNOWN_REFERENCE")))
        .body("errors", hasSize(texts.size()));
  }

  @Test
  void aReferenceOfOursIsFoundWithTheDashesThatProgramsMakeOfHyphens() {
    String reference =
        desk.read(desk.record(Entity.named("Found Again LLC"))).extract().path("reference");

    upload(
            HEADER + "Reference\n",
            ROW.formatted("Found Again LLC", reference.replace('-', '\u2013').toLowerCase()))
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(0));
  }

  @Test
  void twoRowsOfOneSheetExchangeTheirReferences() {
    String one =
        desk.read(desk.record(Entity.named("Juniper Ridge LLC").with("ownReference", "V-1")))
            .extract()
            .path("reference");
    String other =
        desk.read(desk.record(Entity.named("Copper Canyon LLC").with("ownReference", "V-2")))
            .extract()
            .path("reference");

    upload("Reference,Your reference\n", "%s,V-2\n%s,V-1\n".formatted(one, other))
        .body("status", equalTo("APPLIED"))
        .body("changed", equalTo(2));
  }

  private ValidatableResponse upload(String header, String rows) {
    return desk.call()
        .multiPart("file", "register.csv", (header + rows).getBytes(UTF_8), "text/csv")
        .multiPart("mode", "COMMIT")
        .post("/v1/relationship-imports")
        .then()
        .statusCode(201);
  }
}
