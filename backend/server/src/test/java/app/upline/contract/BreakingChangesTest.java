package app.upline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** Clients that follow the last released contract keep working. */
class BreakingChangesTest {
  private static final Path CONTRACT = Path.of("../../openapi.yaml");
  private static final String PEOPLE = "      x-people-only: true\n";
  private static final String MACHINES =
      "        - serviceAccount:\n            - directory:read\n";
  private static final String ROLES = "      x-roles:\n        - AGENCY_REPORTER\n";
  private static final Path RELEASES = Path.of("../../openapi/released");

  @Test
  void theContractBreaksNoClientOfTheLastRelease() throws IOException {
    var release = ContractRelease.newestIn(RELEASES);
    assumeTrue(release.isPresent(), "nothing was released yet, so nothing is promised");
    assertThat(breaking(Files.readString(release.get().file()), contract())).isEmpty();
  }

  @Test
  void theContractIsCompatibleWithItself() throws IOException {
    assertThat(breaking(contract(), contract())).isEmpty();
  }

  @Test
  void aRemovedOperationIsFound() throws IOException {
    assertThat(breaking(contract(), edited("\n  /v1/me:\n", "\n  /v1/myself:\n")))
        .contains("/v1/me");
  }

  @Test
  void aNewRequiredMemberOfARequestIsFound() throws IOException {
    assertThat(
            breaking(
                contract(),
                edited(
                    "required:\n        - endDate\n        - endReason\n",
                    "required:\n        - endDate\n        - endReason\n        - knownOn\n")))
        .contains("/v1/relationships/{relationshipId}/end");
  }

  @Test
  void aMemberThatAnAnswerNoLongerHoldsIsFound() throws IOException {
    assertThat(
            breaking(
                contract(),
                edited(
                        "\n        recordedSha256:\n          $ref: '#/components/schemas/Sha256'",
                        "")
                    .replace("        - recordedSha256\n", "")))
        .contains("receipt-verifications");
  }

  @Test
  void aCodeThatARequestMayNoLongerHoldIsFound() throws IOException {
    assertThat(breaking(contract(), edited("\n        - TV\n        - RADIO", "\n        - RADIO")))
        .contains("/v1/relationships");
  }

  @Test
  void authenticationAddedToAnOperationIsFound() throws IOException {
    String secured = of("getTokenKeys", "      security: []\n", ROLES).apply(contract());
    assertThat(breaking(contract(), secured)).contains("GET /v1/jwks no longer takes");
  }

  @Test
  void whatElseAnOperationAsksOfItsCallersIsFound() throws IOException {
    assertThat(StricterAccess.between(contract(), demanding()))
        .anyMatch(line -> line.startsWith("GET /v1/me no longer takes"))
        .anyMatch(line -> line.startsWith("GET /v1/carriers no longer takes"))
        .contains(
            "GET /v1/me no longer lets CARRIER_AUDITOR",
            "POST /v1/me/name asks for a recent sign-in")
        .hasSize(4);
  }

  @Test
  void anOperationThatAsksForLessIsWelcome() throws IOException {
    assertThat(StricterAccess.between(demanding(), contract())).isEmpty();
  }

  @Test
  void aNewOptionalMemberOfARequestIsWelcome() throws IOException {
    assertThat(
            breaking(
                contract(),
                edited(
                    "    RelationshipReopen:\n      type: object\n      additionalProperties: false\n      properties:\n",
                    "    RelationshipReopen:\n      type: object\n      additionalProperties: false\n      properties:\n"
                        + "        note:\n          type: string\n          maxLength: 100\n")))
        .isEmpty();
  }

  @Test
  void aNewCodeInAnAnswerIsWelcome() throws IOException {
    assertThat(
            breaking(
                contract(),
                edited("\n        - REJECTED\n", "\n        - REJECTED\n        - STOPPED\n")))
        .isEmpty();
  }

  @Test
  void theNewestReleaseIsTheOneWithTheHighestVersion(@TempDir Path folder) throws IOException {
    for (var version : List.of("1.2.0", "1.10.0", "1.9.3")) {
      Files.writeString(folder.resolve(version + ".yaml"), "");
    }
    assertThat(ContractRelease.newestIn(folder))
        .hasValueSatisfying(release -> assertThat(release.version()).hasToString("1.10.0"));
  }

  @Test
  void aFileThatIsNoReleaseIsNotPassedOver(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("next.yaml"), "");
    assertThatThrownBy(() -> ContractRelease.newestIn(folder)).hasMessageContaining("is not named");
  }

  /** What would break a client, in words; empty when nothing would. */
  private static String breaking(String before, String after) throws IOException {
    // The manual tells clients to expect codes that they do not know.
    var options =
        OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .build();
    ChangedOpenApi changes = OpenApiCompare.fromContents(before, after, List.of(), options);
    String access = String.join("\n", StricterAccess.between(before, after));
    return access + (changes.isCompatible() ? "" : described(changes));
  }

  private static String described(ChangedOpenApi changes) throws IOException {
    var text = new ByteArrayOutputStream();
    try (var writer = new OutputStreamWriter(text, StandardCharsets.UTF_8)) {
      new MarkdownRender().render(changes, writer);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static String contract() throws IOException {
    return Files.readString(CONTRACT);
  }

  private static String edited(String passage, String replacement) throws IOException {
    assertThat(contract()).contains(passage);
    return contract().replace(passage, replacement);
  }

  /** The contract with another scope, no machines, a role fewer and a recent sign-in. */
  private static String demanding() throws IOException {
    return of(
            "getCurrentUser", "serviceAccount: []\n", "serviceAccount:\n            - work:read\n")
        .andThen(of("getCurrentUser", "        - CARRIER_AUDITOR\n", ""))
        .andThen(of("listCarriers", MACHINES, ""))
        .andThen(of("changeMyName", PEOPLE, PEOPLE + "      x-recent-sign-in: true\n"))
        .apply(contract());
  }

  /** Replaces the first such passage of one operation. */
  private static Function<String, String> of(String operation, String passage, String replacement) {
    return contract -> {
      int at = contract.indexOf(passage, contract.indexOf("operationId: " + operation + "\n"));
      assertThat(at).isPositive();
      return contract.substring(0, at) + replacement + contract.substring(at + passage.length());
    };
  }
}
