package app.upline;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is unique is compared byte by byte, so that Java and the database never take different texts
 * for the same: derived from the schema, whatever tables there will be.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class UniqueKeyTest {

  /**
   * Looser than bytes, and nothing in Java compares them: names of carriers are looked up in the
   * database alone, when an operator enters them; a key that holds the whole primary key besides
   * decides nothing.
   */
  private static final List<String> LEFT_TO_THE_DATABASE = List.of("carrier.name");

  /**
   * Written by people, and tried in each way to write them: {@link UniqueKeyWritingTest} and {@link
   * OrganizationKeyWritingTest}.
   */
  private static final Set<String> WRITTEN_BY_PEOPLE =
      Set.of(
          "agency.npn",
          "app_user.email",
          "carrier.name",
          "contract_directory_entry.PRIMARY",
          "disclosure_facet.PRIMARY",
          "extract.extract_one_draft",
          "extract.extract_version",
          "idempotent_request.PRIMARY",
          "identity_provider_role.PRIMARY",
          "incident.incident_own_reference_once",
          "incident_disclosure_facet.PRIMARY",
          "incident_facet.PRIMARY",
          "relationship.relationship_own_reference_once",
          "relationship_facet.PRIMARY",
          "sign_in_failure.PRIMARY",
          "submission_period.PRIMARY",
          "rate_limit.PRIMARY");

  private static final String CODES = "Codes of the contract, or words of our own.";
  private static final String MADE_HERE = "Numbers that the service gives.";
  private static final String DIGESTS = "Digests of random secrets that the service made.";

  /** No operation writes them as the caller likes; and why. */
  private static final Map<String, String> NOT_WRITTEN_FREELY =
      Map.ofEntries(
          entry("app_user_role.PRIMARY", CODES),
          entry("audit_checkpoint_sent.PRIMARY", CODES),
          entry("business_event.business_event_once", CODES),
          entry("corrective_action_plan.reference", MADE_HERE),
          entry(
              "federated_identity.federated_identity_once",
              "The issuer that an administrator saved and the provider itself stated."),
          entry(
              "federated_identity.PRIMARY",
              "What a provider states: ASCII without blanks at its ends, or refused."),
          entry("incident.incident_reference", MADE_HERE),
          entry("key_check.PRIMARY", CODES),
          entry("known_sign_in_source.PRIMARY", "The address of a connection."),
          entry("email_link.PRIMARY", DIGESTS),
          entry("notification_choice.PRIMARY", CODES),
          entry(
              "organization.organization_of_kind",
              "Holds the primary key besides, and decides nothing."),
          entry("migration_step.PRIMARY", CODES),
          entry("purge_candidate.PRIMARY", CODES),
          entry("recovery_code.PRIMARY", DIGESTS),
          entry("reference_mark.reference_mark_once", MADE_HERE),
          entry("reference_sequence.PRIMARY", CODES),
          entry("refresh_token.PRIMARY", DIGESTS),
          entry("relationship.relationship_reference", MADE_HERE),
          entry("reporting_reminder.reporting_reminder_once", CODES),
          entry(
              "used_client_assertion.PRIMARY",
              "Digests of what a machine signed, to the letter; a second one is refused."),
          entry("sheet_mapping.sheet_mapping_headings", DIGESTS),
          entry("sign_in_challenge.PRIMARY", DIGESTS),
          entry("sign_in_permit.PRIMARY", DIGESTS),
          entry("single_sign_on_attempt.PRIMARY", DIGESTS),
          entry("anonymous_request_count.PRIMARY", CODES),
          entry("submission.submission_one_draft", CODES),
          entry("submission.submission_reference", MADE_HERE),
          entry("submission.submission_reference_at_carrier", MADE_HERE),
          entry("submission_revision.receipt_number", MADE_HERE));

  @Inject TestUsers crowd;

  @Test
  void everyUniqueKeyWithATextIsTriedOrWrittenByNobody() {
    List<String> keys =
        crowd.strings(
            """
            select distinct concat(s.table_name, '.', s.index_name)
              from information_schema.statistics s
              join information_schema.columns c
                on c.table_schema = s.table_schema and c.table_name = s.table_name and c.column_name = s.column_name
             where s.table_schema = database() and s.non_unique = 0 and c.collation_name is not null
               and s.table_name <> 'flyway_schema_history'
             order by 1\
            """);

    assertThat(keys)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(WRITTEN_BY_PEOPLE.stream(), NOT_WRITTEN_FREELY.keySet().stream())
                .toList());
  }

  @Test
  void everyTextInAUniqueKeyIsComparedByteByByte() {
    List<String> texts =
        crowd.strings(
            """
            select concat(s.table_name, '.', s.index_name)
              from information_schema.statistics s
              join information_schema.columns c
                on c.table_schema = s.table_schema and c.table_name = s.table_name and c.column_name = s.column_name
             where s.table_schema = database() and s.non_unique = 0 and c.collation_name is not null
               and s.table_name <> 'flyway_schema_history'\
            """);
    assertThat(texts).hasSizeGreaterThan(45);

    List<String> loose =
        crowd.strings(
            """
            select distinct concat(s.table_name, '.', s.index_name)
              from information_schema.statistics s
              join information_schema.columns c
                on c.table_schema = s.table_schema and c.table_name = s.table_name and c.column_name = s.column_name
             where s.table_schema = database() and s.non_unique = 0 and c.collation_name not like '%\\_bin'
               and s.table_name <> 'flyway_schema_history'
             order by 1\
            """);

    assertThat(loose).isEqualTo(LEFT_TO_THE_DATABASE);
  }

  @Test
  void addressesAreComparedByteByByteWhereverTheyAreLookedUp() {
    assertThat(
            crowd.strings(
                """
                select distinct collation_name from information_schema.columns
                 where table_schema = database() and column_name in ('email', 'recipient')\
                """))
        .containsExactly("utf8mb4_bin");
  }
}
