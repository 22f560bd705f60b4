package app.upline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the linters cannot easily say about the contract. */
class ContractTest {
  private static final OpenAPI CONTRACT = new OpenAPIV3Parser().read("../../openapi.yaml");

  @Test
  void theServersParserReadsTheContractWithoutAComplaint() {
    assertThat(new OpenAPIV3Parser().readLocation("../../openapi.yaml", null, null).getMessages())
        .isEmpty();
  }

  @Test
  void everyProblemTypeIsThereOnce() {
    assertThat(problems())
        .isNotEmpty()
        .extracting(problem -> problem.get("type"))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyProblemTypeIsACatalogNameWithATitleAndADescription() {
    assertThat(problems())
        .allSatisfy(
            problem -> {
              assertThat((String) problem.get("type"))
                  .matches("urn:upline:problem:[a-z0-9]+(-[a-z0-9]+)*");
              assertThat((int) problem.get("status")).isBetween(400, 599);
              assertThat((String) problem.get("title")).isNotBlank().doesNotEndWith(".");
              assertThat((String) problem.get("description")).endsWith(".");
            });
  }

  @Test
  void titlesTellProblemsApart() {
    assertThat(problems()).extracting(problem -> problem.get("title")).doesNotHaveDuplicates();
  }

  /** A statement is made by a person: no machine has inquired, or is authorized to say so. */
  @Test
  void whatTakesAStatementIsForPeopleAlone() {
    Contract contract = Contract.get();
    List<Operation> attesting =
        contract.operations().stream()
            .filter(one -> contract.requestExample(one).isPresent())
            .filter(
                one -> contract.requestExample(one).get().mediaType().equals("application/json"))
            .filter(
                one ->
                    contract.bodySchema(one, "application/json").get("properties")
                            instanceof Map<?, ?> members
                        && members.containsKey("wordingVersion")
                        && members.containsKey("accepted"))
            .toList();
    assertThat(attesting).hasSizeGreaterThan(1);
    assertThat(attesting)
        .allSatisfy(one -> assertThat(one.body().get("x-people-only")).isEqualTo(true));
  }

  /** What a draft may hold, a relationship shows and a patch may change: the same members. */
  @Test
  void theDraftAndThePatchOfARelationshipHaveTheSameMembers() {
    assertThat(members("RelationshipPatch")).isEqualTo(members("RelationshipDraft"));
    assertThat(members("Relationship")).containsAll(members("RelationshipDraft"));
  }

  /**
   * One document is read in every language: a label that two codes share could not be read back.
   */
  @Test
  void noTwoCodesOfAListShareALabel() {
    var labels = new TreeMap<String, List<?>>();
    CONTRACT
        .getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (schema.getEnum() != null) {
                labels.put(name, (List<?>) schema.getExtensions().get("x-enum-descriptions"));
              }
            });
    assertThat(labels)
        .isNotEmpty()
        .allSatisfy((name, list) -> assertThat(list).as(name).doesNotHaveDuplicates());
  }

  @SuppressWarnings("unchecked")
  private static Set<String> members(String schema) {
    return CONTRACT.getComponents().getSchemas().get(schema).getProperties().keySet();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> problems() {
    return (List<Map<String, Object>>) CONTRACT.getExtensions().get("x-problem-catalog");
  }
}
