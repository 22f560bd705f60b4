package app.upline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganisationRegistry;
import app.upline.identity.OrganisationKind;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import app.upline.testing.Crowd;
import app.upline.testing.Holdings;
import app.upline.testing.Someone;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plants a word in whatever an agency types, and reads everything that others can read of their own
 * in search of it: every GET operation of the contract, in every role, plainly and by searching for
 * the word. What is answered to somebody else's ids is TenantTest's.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class CanaryTest {
  private static final String WORD = "Zinnwaldite";

  /** Typed into a search: whoever repeats it tells nothing of the word. */
  private static final String BEGINNING = "Zinnwal";

  @Inject Api api;
  @Inject Crowd crowd;
  @Inject Holdings holdings;
  @Inject OrganisationRegistry organisations;

  @Test
  void whatAnAgencyTypesIsReadByItAndItsCarrierAndNobodyElse() {
    UUID carrier = crowd.carrier();
    UUID agency = agencyOf(carrier);
    crowd.run("update agency set name = ? where id = ?", WORD + " Partners", agency.toString());
    Map<String, String> planted = holdings.of(agency, carrier, WORD);

    UUID neighbour = agencyOf(carrier);
    Map<String, String> neighbours = holdings.of(neighbour, carrier, "Blue Agave");
    UUID stranger = crowd.carrier();
    UUID upline = agencyOf(stranger);
    crowd.run(
        "update agency set upline_agency_id = ? where id = ?",
        upline.toString(),
        agency.toString());
    Map<String, String> uplines = holdings.of(upline, stranger, "Blue Agave");

    // A search that finds nothing anywhere would prove nothing.
    assertThat(found(agency, OrganisationKind.AGENCY, planted))
        .contains(
            "listRelationships",
            "exportRelationships",
            "getRelationshipRevision",
            "listRelationshipImportErrors",
            "getMarkedWorkbook",
            "listIncidents",
            "getIncident",
            "getSubmissionContent",
            "listFindings",
            "getCorrectiveActionPlan",
            "listServiceAccounts",
            "listInvitations");
    assertThat(found(carrier, OrganisationKind.CARRIER, planted))
        .contains(
            "listAgencies",
            "listTriage",
            "listDisclosedRelationships",
            "exportDisclosedRelationships",
            "exportDisclosedIncidents",
            "listExtractRows")
        .doesNotContain("listServiceAccounts", "listInvitations");

    assertThat(found(neighbour, OrganisationKind.AGENCY, neighbours)).isEmpty();
    assertThat(found(upline, OrganisationKind.AGENCY, uplines)).isEmpty();
    assertThat(found(stranger, OrganisationKind.CARRIER, uplines)).isEmpty();
  }

  private UUID agencyOf(UUID carrier) {
    UUID agency = crowd.agency();
    organisations.contract(agency, carrier);
    return agency;
  }

  /** The operations whose answers to these people hold the word. */
  private Set<String> found(
      UUID organisation, OrganisationKind side, Map<String, String> ownThings) {
    Set<String> found = new TreeSet<>();
    for (Role role : Arrays.stream(Role.values()).filter(r -> r.side() == side).toList()) {
      Someone person = crowd.someone(role, organisation);
      Contract.get().operations().stream()
          .filter(operation -> operation.method().equals("get") && mayCall(role, operation))
          .filter(operation -> answers(operation, person, ownThings).contains(lower(WORD)))
          .forEach(operation -> found.add(operation.id()));
    }
    return found;
  }

  private static boolean mayCall(Role role, Operation operation) {
    return operation.body().get("x-roles") instanceof List<?> roles && roles.contains(role.name());
  }

  private String answers(Operation operation, Someone person, Map<String, String> ownThings) {
    List<String> answers = new ArrayList<>();
    answers.add(answer(operation, person, ownThings, false));
    if (operation.takes("query", "q")) {
      answers.add(answer(operation, person, ownThings, true));
    }
    return lower(String.join("\n", answers));
  }

  private String answer(
      Operation operation, Someone person, Map<String, String> ownThings, boolean searching) {
    RequestSpecification request = api.as(person);
    String path = operation.path();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("path")) {
        path =
            path.replace(
                "{" + parameter.name() + "}", ownThings.getOrDefault(parameter.name(), "1"));
      } else if (parameter.in().equals("query") && parameter.required()) {
        request.queryParam(parameter.name(), "1");
      }
    }
    if (searching) {
      request.queryParam("q", BEGINNING);
    }
    Response response = request.get(path);
    assertThat(response.statusCode()).as(operation.id()).isLessThan(500).isNotIn(401, 403);
    return response.headers() + text(response.asByteArray());
  }

  /** What a workbook holds stands in its parts. */
  private static String text(byte[] bytes) {
    if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
      return new String(bytes, UTF_8);
    }
    try {
      // By its directory, which a stream does not see: the sizes of the parts stand only there.
      Path file = Files.createTempFile("answer", ".xlsx");
      try (ZipFile zip = new ZipFile(Files.write(file, bytes).toFile())) {
        StringBuilder text = new StringBuilder();
        for (ZipEntry part : Collections.list(zip.entries())) {
          text.append(new String(zip.getInputStream(part).readAllBytes(), UTF_8));
        }
        return text.toString();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
