package app.upline;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The walls between the rooms hold in SQL too (ADR 31). Every table is owned by the room in whose
 * migration it is made; which other rooms name it in a statement is read from their sources, and
 * each of them stands here with its reason.
 */
class SqlWallsTest {

  private static final Path SOURCES = Path.of("src/main/java/app/upline");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /** Whose migration is which. */
  private static final Map<String, String> ROOMS =
      Map.ofEntries(
          Map.entry("organizations", "agency"),
          Map.entry("people", "identity"),
          Map.entry("carrier_policies", "agency"),
          Map.entry("carrier_lock", "agency"),
          Map.entry("relationships", "relationship"),
          Map.entry("incidents", "incident"),
          Map.entry("beneficiaries", "beneficiary"),
          Map.entry("uploads", "sheet"),
          Map.entry("upload_corrections", "sheet"),
          Map.entry("sheet_mappings", "sheet"),
          Map.entry("submissions", "submission"),
          Map.entry("conversations", "submission"),
          Map.entry("oversight", "oversight"),
          Map.entry("attachments", "attachment"),
          Map.entry("audit_trail", "audit"),
          Map.entry("retention", "retention"),
          Map.entry("notifications", "notification"),
          Map.entry("publications", "publication"),
          Map.entry("resource_center", "publication"),
          Map.entry("work_assignments", "assignment"),
          Map.entry("organization_history", "agency"),
          Map.entry("platform", "platform"));

  /** Tables that stand in another room's migration, beside what their foreign keys name. */
  private static final Map<String, String> BESIDE_OTHERS =
      Map.of(
          "stored_file", "platform",
          "stored_file_chunk", "platform",
          "corrective_action_attachment", "oversight",
          "reporting_reminder", "period");

  /** Sources that list tables by name and have no statement. */
  private static final Set<String> LISTS_OF_NAMES =
      Set.of("platform/migration/TableRights.java", "audit/OwnMemory.java");

  /** A room that names tables of another, and why. */
  private record Shared(String room, String reason, Set<String> tables) {
    static Shared of(String room, String reason, String... tables) {
      return new Shared(room, reason, Set.of(tables));
    }
  }

  private static final String NAMES = "Shows the names of organizations beside its rows.";
  private static final String WHO = "Shows the name of whoever recorded a row.";
  private static final String CONTENT =
      "Shows beside its rows the record that they are about, in the revision that the carrier holds.";
  private static final String COUNTS =
      "Counts over months, by statements that join what is counted: fetched first, a carrier's months would travel through memory.";

  private static final List<Shared> SHARED =
      List.of(
          Shared.of(
              "identity",
              "A person's organization is an agency or a carrier, whose name is shown.",
              "agency",
              "carrier"),
          Shared.of("record", WHO, "app_user"),
          Shared.of("sheet", WHO, "app_user"),
          Shared.of(
              "relationship",
              "A change is undisclosed to every contracted carrier, for fifty thousand rows in one statement.",
              "agency_contract"),
          Shared.of("submission", NAMES, "agency", "carrier"),
          Shared.of(
              "submission",
              "Says what each contracted carrier holds, or that it holds nothing.",
              "agency_contract"),
          Shared.of(
              "submission",
              "Pins, discloses and reads records in exact revisions, by statements over fifty thousand of them.",
              "relationship",
              "relationship_revision",
              "relationship_facet",
              "undisclosed_relationship",
              "incident",
              "incident_revision",
              "incident_facet",
              "undisclosed_incident"),
          Shared.of("disclosure", NAMES, "agency", "carrier"),
          Shared.of(
              "disclosure",
              "Shows an agency what each contracted carrier holds, and what is still to be told.",
              "agency_contract",
              "undisclosed_relationship"),
          Shared.of(
              "disclosure",
              "Reads what was submitted, with its content, as the room beneath wrote it: the two are one trade, and this one writes nothing.",
              "submission",
              "submission_incident",
              "submission_item",
              "submission_revision",
              "disclosure",
              "disclosure_facet",
              "incident_disclosure",
              "incident_disclosure_facet",
              "relationship",
              "relationship_revision",
              "incident",
              "incident_revision"),
          Shared.of("notification", NAMES, "agency", "carrier"),
          Shared.of("publication", NAMES, "agency", "carrier"),
          Shared.of(
              "publication",
              "What a carrier publishes is for agencies that have a contract with it.",
              "agency_contract"),
          Shared.of(
              "publication", "Shows how large its files are, and their hashes.", "stored_file"),
          Shared.of("oversight", NAMES, "agency", "carrier"),
          Shared.of("oversight", CONTENT, "incident"),
          Shared.of(
              "oversight",
              "Takes what a submission discloses into triage, and what is taken back out of it, by statements over whole submissions.",
              "submission",
              "submission_incident",
              "incident_disclosure",
              "incident_revision"),
          Shared.of(
              "oversight",
              "Shows how large the files of its plans are, and their hashes.",
              "stored_file"),
          Shared.of("period", NAMES, "agency", "carrier"),
          Shared.of(
              "period",
              "A standing is one of an agency with a carrier by contract.",
              "agency_contract"),
          Shared.of(
              "period",
              "A work list asks for all of an agency's months at once what is still to be told, and whether a month was reported.",
              "incident",
              "undisclosed_incident",
              "submission",
              "submission_period"),
          Shared.of("figures", NAMES, "agency"),
          Shared.of(
              "figures",
              COUNTS,
              "incident",
              "incident_revision",
              "relationship",
              "relationship_revision",
              "disclosure",
              "incident_disclosure",
              "incident_disclosure_facet",
              "submission_incident",
              "submission_revision"),
          Shared.of(
              "beneficiary",
              "Asks whether the caller sees the incident, and keeps others from changing it meanwhile: a lock is taken where the row is.",
              "incident",
              "incident_disclosure"),
          Shared.of(
              "attachment",
              "Which revisions list a file decides who sees it, and whether it may still be taken off.",
              "incident",
              "incident_revision",
              "incident_disclosure",
              "submission_incident"));

  /** A purge removes what is old of every room in one transaction, as the foreign keys allow. */
  private static final String OF_EVERY_ROOM = "retention";

  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"\\R(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

  private static final Pattern COMMENT =
      Pattern.compile("/\\*[* \\n].*?\\*/|^\\s*//[^\\n]*$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern STATEMENT =
      Pattern.compile("(?i)\\b(select|insert|update|delete|from|join|where)\\b");

  /** More of a statement than a word that sentences have too. */
  private static final Pattern WHOLE_STATEMENT =
      Pattern.compile(
          "(?is)\\bselect\\b.*\\bfrom\\b|\\binsert\\b.*\\binto\\b|\\bupdate\\b.*\\bset\\b|\\bdelete\\b.*\\bfrom\\b|\\bjoin\\b.*\\bon\\b");

  private static final Pattern PLACE = Pattern.compile("\\{[a-z][a-z.-]*}");

  private static final Pattern HINT =
      Pattern.compile("(?i)straight_join|\\b(force|use|ignore) (index|key)\\b|/\\*\\+");

  /**
   * A source.
   *
   * @param file below the folder of all rooms
   * @param code without comments
   * @param texts what stands in quotes
   */
  private record Source(Path file, String code, List<String> texts) {

    static Source of(Path file, String text) {
      String code = COMMENT.matcher(text).replaceAll("");
      List<String> texts =
          LITERAL
              .matcher(code)
              .results()
              .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
              .toList();
      return new Source(file, code, texts);
    }

    String room() {
      return file.getName(0).toString();
    }

    boolean isListOfNames() {
      return LISTS_OF_NAMES.contains(file.toString().replace('\\', '/'));
    }

    boolean hasHint() {
      return texts.stream().anyMatch(text -> HINT.matcher(text).find());
    }

    boolean hasTemplate() {
      return texts.stream()
          .anyMatch(text -> WHOLE_STATEMENT.matcher(text).find() && PLACE.matcher(text).find());
    }

    /**
     * Whether it names a table: behind a word of SQL, as what a list or an entity is of, or
     * anywhere in a text but as a column if the name is no English word.
     */
    boolean names(String table) {
      if (!code.contains(table)) {
        return false;
      }
      String inSql =
          table.contains("_")
              ? "(?<![.\\w])%s\\b"
              : "(?i)\\b(?:from|join|into|update|table)\\s+%s\\b(?!\\.)";
      String inJava = "(?:KeyOrder\\.of|FacetIndex|RecordTables|MappedEntity)\\(\\s*\"%s\\b";
      return Pattern.compile(inSql.formatted(table)).matcher(String.join("\n", texts)).find()
          || Pattern.compile(inJava.formatted(table)).matcher(code).find();
    }
  }

  @Test
  void everyTableHasAnOwner() {
    assertThat(owners()).hasSizeGreaterThan(80);
    assertThat(owners().keySet()).containsAll(BESIDE_OTHERS.keySet());
  }

  @Test
  void everyTableIsNamedByItsOwner() {
    List<Source> sources = sources();
    assertThat(owners())
        .allSatisfy(
            (table, owner) ->
                assertThat(sources.stream().filter(source -> source.room().equals(owner)))
                    .as(table)
                    .anyMatch(source -> source.names(table)));
  }

  @Test
  void noRoomNamesATableOfAnotherWithoutAReason() {
    Set<String> listed =
        SHARED.stream()
            .flatMap(shared -> shared.tables().stream().map(table -> shared.room() + " " + table))
            .collect(toCollection(TreeSet::new));

    assertThat(breaches(sources())).isEqualTo(listed);
  }

  @Test
  void optimizersAreToldByTheRoomOfListsAlone() {
    assertThat(sources().stream().filter(Source::hasHint).map(Source::file))
        .isNotEmpty()
        .allMatch(file -> file.startsWith(Path.of("platform", "listing")));
  }

  @Test
  void statementsAreNoTemplates() {
    assertThat(sources().stream().filter(Source::hasTemplate).map(Source::file)).isEmpty();
  }

  @Test
  void aBreachIsSeen() {
    for (String statement :
        List.of(
            "\"select 1 from incident i where i.id = ?\"",
            "\"update incident\" + \" set harm = ?\"",
            "\"select 1 from \"\n + \"incident\"",
            "KeyOrder.of(\"incident r\", \"primary\")",
            "@MappedEntity(\"incident\")",
            "\"\"\"\n  delete from incident\n  \"\"\"")) {
      assertThat(breaches(List.of(rows(statement))))
          .as(statement)
          .containsExactly("audit incident");
    }
    assertThat(breaches(List.of(rows("// \"select 1 from incident\"\n")))).isEmpty();
    assertThat(rows("\"select * from incident Force Index (primary)\"").hasHint()).isTrue();
    assertThat(rows("\"a straight_join b\"").hasHint()).isTrue();
    assertThat(rows("\"select /*+ NO_BNL() */ 1\"").hasHint()).isTrue();
    assertThat(rows("\"select 1 from {record} r\"").hasTemplate()).isTrue();
  }

  private static Source rows(String text) {
    return Source.of(Path.of("audit", "Rows.java"), text);
  }

  /** Rooms with the tables of others that they name. */
  private static Set<String> breaches(List<Source> sources) {
    Set<String> found = new TreeSet<>();
    Map<String, String> owners = owners();
    for (Source source : sources) {
      if (!source.room().equals(OF_EVERY_ROOM) && !source.isListOfNames()) {
        owners.forEach(
            (table, owner) -> {
              if (!owner.equals(source.room()) && source.names(table)) {
                found.add(source.room() + " " + table);
              }
            });
      }
    }
    return found;
  }

  private static Map<String, String> owners() {
    Map<String, String> owners =
        files(MIGRATIONS, ".sql").entrySet().stream()
            .flatMap(
                migration ->
                    Pattern.compile("(?i)create table (\\w+)")
                        .matcher(migration.getValue())
                        .results()
                        .map(made -> Map.entry(made.group(1), roomOf(migration.getKey()))))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    owners.putAll(BESIDE_OTHERS);
    return owners;
  }

  private static String roomOf(Path migration) {
    String subject = migration.toString().replaceAll("^V\\d+__|\\.sql$", "");
    assertThat(ROOMS).as("whose migration is which").containsKey(subject);
    return ROOMS.get(subject);
  }

  private static List<Source> sources() {
    List<Source> sources =
        files(SOURCES, ".java").entrySet().stream()
            .filter(source -> source.getKey().getNameCount() > 1)
            .map(source -> Source.of(source.getKey(), source.getValue()))
            .toList();
    assertThat(sources).hasSizeGreaterThan(500);
    return sources;
  }

  private static Map<Path, String> files(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(end))
          .collect(toMap(folder::relativize, SqlWallsTest::read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
