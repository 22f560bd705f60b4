package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.fields.Difference;
import app.upline.platform.fields.MergePatch;
import app.upline.relationship.UsState;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an incident holds: its forms lead back to it, and differences tell all of a change. */
class IncidentFormPropertyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Property(tries = 300)
  void whatIsWrittenIsReadBack(@ForAll("incidents") IncidentDetails incident) {
    assertThat(checked(IncidentForm.read(IncidentForm.write(incident)), incident))
        .isEqualTo(incident);
    assertThat(checked(IncidentForm.draftOf(incident), incident)).isEqualTo(incident);
  }

  @Property(tries = 300)
  void anEmptyPatchChangesNothing(@ForAll("incidents") IncidentDetails incident) {
    IncidentDraft draft = IncidentForm.read(incident, JsonNode.createObjectNode(Map.of()));
    assertThat(checked(draft, incident)).isEqualTo(incident);
  }

  @Property(tries = 300)
  void thePatchFromOneToAnotherMakesTheOther(
      @ForAll("incidents") IncidentDetails before, @ForAll("incidents") IncidentDetails after) {
    JsonNode target = IncidentForm.write(before);
    JsonNode wanted = IncidentForm.write(after);
    JsonNode patch = patch(target, wanted);
    assertThat(MergePatch.apply(target, patch)).isEqualTo(wanted);
    IncidentDraft draft = IncidentForm.read(before, patch);
    assertThat(checked(draft, after)).isEqualTo(after);
  }

  @Property(tries = 300)
  void differencesAreEmptyExactlyWhenNothingChanged(
      @ForAll("incidents") IncidentDetails before, @ForAll("incidents") IncidentDetails after) {
    assertThat(IncidentForm.differences(before, before)).isEmpty();
    List<Difference> there = IncidentForm.differences(before, after);
    assertThat(there.isEmpty()).isEqualTo(before.equals(after));
    Set<String> pointers = pointers(there);
    Set<String> back = pointers(IncidentForm.differences(after, before));
    assertThat(back).isEqualTo(pointers);
  }

  private static Set<String> pointers(List<Difference> differences) {
    return differences.stream()
        .map(Difference::pointer)
        .filter(pointer -> !pointer.startsWith(IncidentDraft.ACTIONS))
        .collect(Collectors.toSet());
  }

  /** The shortest merge patch from one object to another. */
  private static JsonNode patch(JsonNode from, JsonNode to) {
    Map<String, JsonNode> patch = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    from.entries().forEach(member -> names.add(member.getKey()));
    to.entries().forEach(member -> names.add(member.getKey()));
    for (String name : names) {
      JsonNode was = from.get(name);
      JsonNode is = to.get(name);
      if (is == null) {
        patch.put(name, JsonNode.nullNode());
      } else if (was == null || !was.isObject() || !is.isObject()) {
        patch.put(name, is);
      } else if (!was.equals(is)) {
        patch.put(name, patch(was, is));
      }
    }
    return JsonNode.createObjectNode(patch);
  }

  /** As the rules make it; the other incident's actions are known, so that their ids may stay. */
  private static IncidentDetails checked(IncidentDraft draft, IncidentDetails known) {
    IncidentDetails details = IncidentRules.check(draft, known, TODAY, UUID::randomUUID);
    assertThat(draft.faults()).isEmpty();
    return details;
  }

  @Provide
  Arbitrary<IncidentDetails> incidents() {
    Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 300).map(TODAY::minusDays);
    Arbitrary<List<ViolationCategory>> categories =
        Arbitraries.of(ViolationCategory.class).list().uniqueElements().ofMinSize(1).ofMaxSize(3);
    return Combinators.combine(
            days,
            Arbitraries.integers().between(0, 30),
            categories,
            Arbitraries.of(Severity.class),
            Arbitraries.of(InvestigationOutcome.class),
            actions(),
            Arbitraries.of(UsState.class),
            texts())
        .as(IncidentFormPropertyTest::incident);
  }

  /** Of few words, so that two incidents often share some. */
  private static Arbitrary<String> texts() {
    return Arbitraries.of("call", "statement", "Ünread", "benefits", "(first)", "a/b", "\"quoted\"")
        .list()
        .ofMinSize(8)
        .ofMaxSize(20)
        .map(words -> String.join(words.size() % 2 == 0 ? " " : "\n", words))
        .map(text -> text + " and some more words")
        .injectDuplicates(0.3);
  }

  private static Arbitrary<List<DisciplinaryAction>> actions() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9),
            Arbitraries.of(DisciplineType.COACHING, DisciplineType.OTHER, DisciplineType.PROBATION),
            Arbitraries.integers().between(0, 60),
            Arbitraries.of(DisciplineStatus.class),
            Arbitraries.integers().between(0, 99_999))
        .as(
            (id, type, ago, status, cents) ->
                new DisciplinaryAction(
                    new UUID(0x7000L, id),
                    type,
                    type == DisciplineType.OTHER ? "Talked about it" : null,
                    DisciplineTakenBy.AGENCY,
                    TODAY.minusDays(ago),
                    null,
                    ago > 30 ? TODAY.minusDays(1) : null,
                    false,
                    cents % 2 == 0 ? Retraining.NONE : new Retraining("Course", null, TODAY),
                    cents % 3 == 0 ? null : BigDecimal.valueOf(cents, 2),
                    null,
                    status))
        .list()
        .ofMaxSize(3)
        .filter(
            list -> list.stream().map(DisciplinaryAction::id).distinct().count() == list.size());
  }

  private static IncidentDetails incident(
      LocalDate discovered,
      int earlier,
      List<ViolationCategory> categories,
      Severity severity,
      InvestigationOutcome outcome,
      List<DisciplinaryAction> actions,
      UsState state,
      String text) {
    boolean unknown = earlier == 0;
    return new IncidentDetails(
        earlier % 2 == 0 ? "CASE-" + earlier : null,
        IncidentJson.CARRIER,
        IncidentKind.VIOLATION,
        earlier % 3 == 0,
        new Subject(SubjectType.AGENT, "Agent " + earlier, String.valueOf(earlier + 1), null),
        unknown ? null : discovered.minusDays(earlier),
        unknown ? true : null,
        discovered,
        state,
        ContactChannel.EVENT,
        IncidentSource.SHIP,
        null,
        earlier % 5 == 0 ? Plan.NONE : new Plan("H0672", "001", null),
        null,
        earlier,
        categories.getFirst(),
        categories.subList(1, categories.size()),
        categories.contains(ViolationCategory.OTHER) ? "Something else" : null,
        null,
        text,
        earlier % 2 == 1,
        false,
        severity,
        investigation(outcome),
        earlier % 4 == 0 ? Evidence.NONE : new Evidence("CALL-1", null, List.of("DOC-1")),
        null,
        actions);
  }

  private static Investigation investigation(InvestigationOutcome outcome) {
    boolean pending = outcome == InvestigationOutcome.PENDING;
    return new Investigation(
        pending ? InvestigationStatus.OPEN : InvestigationStatus.CLOSED,
        outcome,
        null,
        pending ? null : TODAY,
        outcome == InvestigationOutcome.FOUNDED ? RootCause.TRAINING_GAP : null);
  }
}
