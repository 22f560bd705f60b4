package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.validation.Fault;
import io.micronaut.json.tree.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule of an incident, at its edge. Today is 2026-11-24. */
class IncidentRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  void aSoundIncidentIsDefaultedByItsCategoryAndPending() {
    IncidentDetails details = accepted("{}");
    assertThat(details.severity()).isEqualTo(Severity.LOW);
    assertThat(details.investigation())
        .isEqualTo(
            new Investigation(
                InvestigationStatus.OPEN, InvestigationOutcome.PENDING, null, null, null));
    assertThat(details.period()).isEqualTo(YearMonth.of(2026, 10));
    assertThat(details.repeatBasisDate()).isEqualTo(LocalDate.of(2026, 10, 12));
    assertThat(details.isSubstantiated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "carrierId, /carrierId",
    "kind, /kind",
    "beneficiaryInteraction, /beneficiaryInteraction",
    "discoveryDate, /discoveryDate",
    "state, /state",
    "channel, /channel",
    "source, /source",
    "beneficiariesAffected, /beneficiariesAffected",
    "primaryCategory, /primaryCategory",
    "description, /description",
    "potentialHarm, /potentialHarm",
    "enrollmentAffected, /enrollmentAffected"
  })
  void whatIsMandatoryIsMissed(String member, String pointer) {
    assertRefused("{\"%s\": null}".formatted(member), pointer, "REQUIRED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"subject\": {\"npn\": null}} | /subject/npn | NPN_REQUIRED",
        "{\"subject\": {\"npn\": \"0123\"}} | /subject/npn | INVALID_NPN",
        "{\"subject\": {\"type\": null}} | /subject/type | REQUIRED",
        "{\"subject\": {\"name\": \"X\"}} | /subject/name | TOO_SHORT",
        "{\"subject\": {\"type\": \"SUBCONTRACTOR\"}} | /subject/relationshipId | RELATIONSHIP_REQUIRED",
        "{\"subject\": {\"relationshipId\": \"01900000-0000-7000-8000-000000000001\"}} | /subject/relationshipId | NOT_A_SUBCONTRACTOR",
        "{\"incidentDate\": null} | /incidentDate | INCIDENT_DATE_REQUIRED",
        "{\"incidentDate\": null, \"incidentDateUnknown\": false} | /incidentDate | INCIDENT_DATE_REQUIRED",
        "{\"incidentDateUnknown\": true} | /incidentDateUnknown | INCIDENT_DATE_CONTRADICTION",
        "{\"incidentDate\": \"2026-10-15\"} | /discoveryDate | DISCOVERED_BEFORE_INCIDENT",
        "{\"incidentDate\": \"1999-12-31\"} | /incidentDate | TOO_EARLY",
        "{\"discoveryDate\": \"2026-11-25\"} | /discoveryDate | IN_THE_FUTURE",
        "{\"source\": \"HOTLINE\", \"ctmNumber\": \"C26-1000042\"} | /ctmNumber | CTM_NUMBER_WITHOUT_CTM",
        "{\"plan\": {\"contractNumber\": \"HH672\"}} | /plan/contractNumber | INVALID_CONTRACT",
        "{\"plan\": {\"contractNumber\": \"h0672\"}} | /plan/contractNumber | INVALID_CONTRACT",
        "{\"plan\": {\"contractNumber\": \"H0672\", \"pbp\": \"1\"}} | /plan/pbp | INVALID_PBP",
        "{\"plan\": {\"pbp\": \"001\"}} | /plan/contractNumber | CONTRACT_REQUIRED",
        "{\"plan\": {\"year\": 2027}} | /plan/contractNumber | CONTRACT_REQUIRED",
        "{\"plan\": {\"contractNumber\": \"H0672\", \"year\": 2005}} | /plan/year | OUT_OF_RANGE",
        "{\"beneficiaryReference\": \"1EG4-TE5-MK73\"} | /beneficiaryReference | PERSONAL_DATA_REFUSED",
        "{\"beneficiaryReference\": \"123-45-6789\"} | /beneficiaryReference | PERSONAL_DATA_REFUSED",
        "{\"beneficiaryReference\": \"Mary Miller\"} | /beneficiaryReference | INVALID_REFERENCE",
        "{\"beneficiariesAffected\": -1} | /beneficiariesAffected | OUT_OF_RANGE",
        "{\"primaryCategory\": \"OTHER\"} | /categoryOther | CATEGORY_REQUIRED",
        "{\"furtherCategories\": [\"OTHER\"]} | /categoryOther | CATEGORY_REQUIRED",
        "{\"primaryCategory\": \"BAD_VIBES\"} | /primaryCategory | UNKNOWN_CODE",
        "{\"description\": \"Nineteen characters\"} | /description | TOO_SHORT",
        "{\"investigation\": {\"outcome\": \"FOUNDED\"}} | /investigation/rootCause | ROOT_CAUSE_REQUIRED",
        "{\"investigation\": {\"status\": \"CLOSED\"}} | /investigation/outcome | OUTCOME_REQUIRED",
        "{\"investigation\": {\"endDate\": \"2026-11-01\"}} | /investigation/endDate | INVESTIGATION_OPEN",
        "{\"investigation\": {\"outcome\": \"UNFOUNDED\", \"startDate\": \"2026-11-02\", \"endDate\": \"2026-11-01\"}} | /investigation/endDate | END_BEFORE_START",
        "{\"investigation\": {\"outcome\": \"UNFOUNDED\", \"endDate\": \"2026-11-25\"}} | /investigation/endDate | IN_THE_FUTURE",
        "{\"kind\": \"DISCIPLINE_ONLY\"} | /disciplinaryActions | ACTION_REQUIRED"
      })
  void aBrokenRuleIsNamedAtItsField(String patch, String pointer, String code) {
    assertRefused(patch, pointer, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"incidentDate\": \"2026-10-14\"}",
        "{\"incidentDate\": null, \"incidentDateUnknown\": true}",
        "{\"incidentDate\": \"2026-11-24\", \"discoveryDate\": \"2026-11-24\"}",
        "{\"subject\": {\"type\": \"UNLICENSED_STAFF\", \"npn\": null}}",
        "{\"plan\": {\"contractNumber\": \"90091\", \"pbp\": \"001\", \"year\": 2027}}",
        "{\"plan\": {\"contractNumber\": \"X0001\"}}",
        "{\"source\": \"CTM\", \"ctmNumber\": \"C26-1000042\"}",
        "{\"beneficiaryReference\": \"APP-2026-88121\"}",
        "{\"beneficiariesAffected\": 0}",
        "{\"description\": \"Twenty characters it\"}",
        "{\"primaryCategory\": \"OTHER\", \"categoryOther\": \"Left voicemails\"}",
        "{\"investigation\": {\"outcome\": \"FOUNDED\", \"rootCause\": \"SCRIPT_ERROR\", \"endDate\": \"2026-11-24\"}}"
      })
  void whatIsJustAllowedIsAccepted(String patch) {
    accepted(patch);
  }

  @Test
  void aDescriptionMayHaveFourThousandCharactersAndNotOneMore() {
    accepted("{\"description\": \"%s\"}".formatted("a".repeat(4_000)));
    assertRefused(
        "{\"description\": \"%s\"}".formatted("a".repeat(4_001)), "/description", "TOO_LONG");
  }

  @Test
  void aDescriptionKeepsItsLines() {
    assertThat(
            accepted("{\"description\": \"The first  line of it,\\r\\n and the second. \"}")
                .description())
        .isEqualTo("The first line of it,\nand the second.");
  }

  @ParameterizedTest
  @EnumSource(ViolationCategory.class)
  void everyCategoryHasADefaultSeverityWithAReason(ViolationCategory category) {
    SeverityDefaults.Default set = SeverityDefaults.of(category);
    assertThat(set.reason()).endsWith(".");
    IncidentDetails details =
        accepted(
            "{\"primaryCategory\": \"%s\", \"categoryOther\": \"Something else\"}"
                .formatted(category));
    assertThat(details.severity()).isEqualTo(set.severity());
  }

  @Test
  void theWorstCategorySetsTheSeverityAndTheAgencyMaySetAnother() {
    assertThat(accepted("{\"furtherCategories\": [\"EVENT_VIOLATION\", \"FRAUD\"]}").severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(
            accepted("{\"furtherCategories\": [\"FRAUD\"], \"severity\": \"MEDIUM\"}").severity())
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void thePrimaryCategoryStandsOnce() {
    assertThat(
            accepted(
                    "{\"furtherCategories\": [\"TPMO_DISCLAIMER_MISSING\", \"CALL_NOT_RECORDED\"]}")
                .categories())
        .containsExactly(
            ViolationCategory.TPMO_DISCLAIMER_MISSING, ViolationCategory.CALL_NOT_RECORDED);
  }

  @Test
  void allFaultsAreToldAtOnceThoseOfActionsToo() {
    List<Fault> faults =
        faults(
            """
            {"state": "ZZ", "beneficiariesAffected": -1, "disciplinaryActions": [
              {"type": "COACHING", "decisionDate": "2026-11-25"},
              {"type": "NONE_WARRANTED", "decisionDate": "2026-11-01", "color": "red"}]}
            """);
    assertThat(faults)
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/state",
            "/beneficiariesAffected",
            "/disciplinaryActions/0/decisionDate",
            "/disciplinaryActions/1/color",
            "/disciplinaryActions/1/explanation");
  }

  @Test
  void theContentComesBackAsItWas() throws Exception {
    IncidentDetails details =
        accepted(
            """
            {"evidence": {"documentReferences": ["DOC-1"]}, "disciplinaryActions": [
              {"type": "COMMISSION_CHARGEBACK", "decisionDate": "2026-11-01", "amountChargedBack": "1250.5"}]}
            """);
    var json = io.micronaut.json.JsonMapper.createDefault();
    String text = json.writeValueAsString(IncidentForm.write(details));
    assertThat(text).contains("\"amountChargedBack\":\"1250.50\"");
    assertThat(json.readValue(text, IncidentDetails.class)).isEqualTo(details);
    IncidentDetails bare = accepted("{}");
    assertThat(
            json.readValue(
                json.writeValueAsString(IncidentForm.write(bare)), IncidentDetails.class))
        .isEqualTo(bare);
  }

  private static IncidentDetails accepted(String patch) {
    IncidentDraft draft = IncidentForm.read(IncidentJson.sound(patch));
    IncidentDetails details = IncidentRules.check(draft, null, TODAY, UUID::randomUUID);
    assertThat(draft.faults()).isEmpty();
    assertThat(details).isNotNull();
    return details;
  }

  private static List<Fault> faults(String patch) {
    JsonNode json = IncidentJson.sound(patch);
    IncidentDraft draft = IncidentForm.read(json);
    assertThat(IncidentRules.check(draft, null, TODAY, UUID::randomUUID)).isNull();
    return draft.faults();
  }

  private static void assertRefused(String patch, String pointer, String code) {
    assertThat(faults(patch))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code));
  }
}
