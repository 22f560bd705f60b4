package app.upline;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.identity.EmailAddress;
import app.upline.identity.Role;
import app.upline.onboarding.Onboarding;
import app.upline.platform.start.StartFailure;
import app.upline.platform.text.Canonical;
import app.upline.testing.Api;
import app.upline.testing.Mailbox;
import app.upline.testing.OpenIdProvider;
import app.upline.testing.SignInElsewhere;
import app.upline.testing.Spellings;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.WaysToWrite;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Unique keys of organizations and their people, as {@link UniqueKeyWritingTest}. */
@Tag("engine")
@MicronautTest(transactional = false)
class OrganizationKeyWritingTest {
  private static final String PASSWORD = "a lantern over the prairie at dusk";
  private static final Map<String, Object> POLICY =
      Map.of(
          "effectiveFrom", "2026-01-01",
          "incidentDueDay", "15",
          "nilIncidentReportWanted", true,
          "relationshipNotice", "AS_CHANGES_OCCUR",
          "noRelationshipsDeclarationWanted", true,
          "attestationVersion", "2026-01",
          "attestationWording", "To the best of my knowledge this is complete.");

  @TempDir Path folder;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Mailbox mailbox;
  @Inject JsonMapper mapper;
  @Inject Onboarding onboarding;
  @Inject SignInElsewhere elsewhere;

  /** app_user.email; throttle and sign_in_failure by the address too. */
  @ParameterizedTest
  @EnumSource(WaysToWrite.class)
  void addresses(WaysToWrite way) {
    TestUser administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    String mark = UUID.randomUUID().toString().substring(0, 8);
    for (String text : List.of(way.one(), way.other())) {
      String address = mark + text + "@people.example";
      Response invited =
          json(administrator)
              .body(Map.of("email", address, "name", "Ines", "roles", List.of("AGENCY_REPORTER")))
              .post("/v1/invitations");
      if (sound(invited) == 201) {
        accept(EmailAddress.canonical(address).orElseThrow());
      }
      sound(nobody().body(Map.of("email", address, "password", PASSWORD)).post("/v1/sessions"));
    }
    boolean both =
        EmailAddress.isOne(mark + way.one() + "@people.example")
            && EmailAddress.isOne(mark + way.other() + "@people.example");
    if (both) {
      assertThat(crowd.count("select count(*) from app_user where email like ?", mark + "%"))
          .isEqualTo(way.isSame() ? 1 : 2);
    }
  }

  private void accept(String address) {
    Map<String, String> body = Map.of("token", mailbox.tokenFor(address, 1), "password", PASSWORD);
    sound(nobody().body(body).post("/v1/invitations/accept"));
  }

  /** identity_provider_role: values are told apart to the letter, as providers do. */
  @Test
  void valuesOfAProvidersClaim() {
    try (OpenIdProvider provider = OpenIdProvider.start()) {
      for (WaysToWrite way : WaysToWrite.values()) {
        TestUser administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR);
        Map<String, Object> agreement =
            SignInElsewhere.agreement(
                provider.issuer(),
                Map.of(way.one(), "CARRIER_ANALYST", way.other(), "CARRIER_ANALYST"));
        Response saved = elsewhere.configure(administrator, agreement);
        if (sound(saved) == 200) {
          assertThat(saved.<List<String>>path("roles.value"))
              .containsExactlyInAnyOrder(way.one(), way.other());
        }
      }
      TestUser administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR);
      Map<String, Object> twice = SignInElsewhere.agreement(provider.issuer(), Map.of());
      Map<String, String> one = Map.of("value", "analysts", "role", "CARRIER_ANALYST");
      twice.put("roles", List.of(one, one));
      sound(elsewhere.configure(administrator, twice));
    }
  }

  /** contract_directory_entry: the same contract twice in a file. */
  @Test
  void contractNumbers() {
    TestUser administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR);
    for (String spelling : Spellings.of("H9001")) {
      String file =
          "Contract Number,Legal Entity Name\r\nH9001,One Inc.\r\n\"%s\",Other Inc.\r\n"
              .formatted(spelling);
      sound(
          api.as(administrator)
              .multiPart("file", "cms.csv", file.getBytes(UTF_8), "text/csv")
              .post("/v1/contract-directory-imports"));
      assertThat(
              crowd.strings(
                  """
                  select e.contract_number
                    from contract_directory_entry e
                    join contract_directory d on d.import_id = e.import_id
                   where d.carrier_id = ?\
                  """,
                  administrator.organizationId()))
          .doesNotHaveDuplicates()
          .allMatch(number -> number.equals(Canonical.of(number).toUpperCase()));
    }
  }

  /** carrier.name, which the database alone compares, and agency.npn: by the operator's file. */
  @Test
  void namesOfCarriers() throws IOException {
    for (WaysToWrite way : WaysToWrite.values()) {
      long before = crowd.count("select count(*) from carrier");
      List<String> told = new ArrayList<>();
      enter(way.name() + " " + way.one(), way.name() + " " + way.other(), told);
      assertThat(crowd.count("select count(*) from carrier") - before)
          .isEqualTo(told.stream().filter(line -> line.contains("came in")).count())
          .isBetween(1L, 2L);
    }
  }

  private void enter(String one, String other, List<String> told) throws IOException {
    List<Map<String, Object>> carriers = new ArrayList<>();
    for (String name : List.of(one, other)) {
      carriers.add(
          Map.of(
              "name",
              name,
              "timeZone",
              "America/New_York",
              "administrator",
              Map.of("email", UUID.randomUUID() + "@people.example", "name", "Ines"),
              "policy",
              POLICY));
    }
    Path file = folder.resolve("file.json");
    onboarding.enter(
        Files.write(file, mapper.writeValueAsBytes(Map.of("carriers", carriers))), told::add);
  }

  @Test
  void numbersOfAgencies() throws IOException {
    for (String spelling : Spellings.of("15693069")) {
      Path file = folder.resolve("file.json");
      Map<String, Object> agency =
          Map.of(
              "name",
              "Cattail LLC",
              "npn",
              spelling,
              "level",
              "FMO",
              "administrator",
              Map.of("email", "a@people.example", "name", "Ines"));
      Files.write(file, mapper.writeValueAsBytes(Map.of("agencies", List.of(agency))));
      assertThatThrownBy(() -> onboarding.enter(file, line -> {}))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("/agencies/0/npn");
    }
  }

  private static int sound(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isLessThan(500);
    return response.statusCode();
  }

  private RequestSpecification json(TestUser person) {
    return api.as(person).contentType(ContentType.JSON);
  }

  private RequestSpecification nobody() {
    return given().baseUri(api.url()).contentType(ContentType.JSON);
  }
}
