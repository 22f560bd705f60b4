package app.upline.beneficiary;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.CurrentUser;
import app.upline.identity.Role;
import app.upline.platform.encryption.KeyRotation;
import app.upline.platform.paging.PageRequest;
import app.upline.testing.Api;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.TestFolder;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new key comes into use, everything is brought under it, and the old one is thrown away. */
@Tag("engine")
@MicronautTest(transactional = false)
class KeyRotationTest {

  private static final String NEW = "2:" + Base64.getEncoder().encodeToString(new byte[32]);

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject DisclosedIncidents incidents;

  private String old;
  private TestUser reporter;
  private UUID first;
  private UUID second;

  @BeforeEach
  void twoIncidentsOfOnePerson() throws IOException {
    old = Files.readString(TestFolder.of("data/personal-data-keys")).strip();
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    UUID carrier = crowd.carrier();
    first = recorded(carrier);
    second = recorded(carrier);
  }

  /** Other tests go on with the first key alone. */
  @AfterEach
  void backToTheFirstKey() {
    try (ApplicationContext context = with(old + " " + NEW)) {
      context.getBean(KeyRotation.class).run(sentence -> {});
    }
    api.as(reporter)
        .get("/v1/incidents/" + first + "/beneficiary")
        .then()
        .body("maskedName", equalTo("J*** D***"));
  }

  @Test
  void everythingIsBroughtUnderTheNewKeyInStepsThatMayBeBrokenOff() {
    try (ApplicationContext context = with(NEW + " " + old)) {
      SealedBeneficiaries table = context.getBean(SealedBeneficiaries.class);
      assertThat(table.resealSome(1)).isEqualTo(1);
      assertThat(find(context, first)).isEqualTo("J*** D***");
      assertThat(find(context, second)).isEqualTo("J*** D***");
      assertThat(matches(context)).containsExactly(second);
      List<String> told = new ArrayList<>();
      context.getBean(KeyRotation.class).run(told::add);
      assertThat(told).anyMatch(sentence -> sentence.startsWith("Beneficiary blocks: "));
      assertThat(table.resealSome(1)).isZero();
      assertThat(matches(context)).containsExactly(second);
    }
    try (ApplicationContext context = with(NEW)) {
      assertThat(find(context, first)).isEqualTo("J*** D***");
      assertThat(matches(context)).containsExactly(second);
    }
  }

  private UUID recorded(UUID carrier) {
    UUID incident = incidents.record(reporter, carrier, ORDINARY);
    api.as(reporter)
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body(
            """
            {"fullName": "Jane Doe", "mbi": "1EG4-TE5-MK73", "shareWithCarrier": false}
            """)
        .put("/v1/incidents/" + incident + "/beneficiary")
        .then()
        .statusCode(200);
    return incident;
  }

  private String find(ApplicationContext context, UUID incident) {
    return context
        .getBean(BeneficiaryService.class)
        .find(user(), incident)
        .orElseThrow()
        .maskedName();
  }

  private List<UUID> matches(ApplicationContext context) {
    return context
        .getBean(BeneficiaryMatches.class)
        .page(user(), first, PageRequest.first(10))
        .orElseThrow()
        .items()
        .stream()
        .map(Match::incidentId)
        .toList();
  }

  private CurrentUser user() {
    return new CurrentUser(
        reporter.id(),
        "Sam Sample",
        reporter.kind(),
        reporter.organizationId(),
        Set.of(Role.AGENCY_REPORTER));
  }

  /** The application on the same database, with these keys. */
  private static ApplicationContext with(String keys) {
    return ApplicationContext.run(Map.of("upline.personal-data.keys", keys), "test");
  }
}
