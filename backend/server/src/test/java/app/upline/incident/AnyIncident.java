package app.upline.incident;

import app.upline.relationship.UsState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Incidents that break no rule. */
final class AnyIncident {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private AnyIncident() {}

  /** With whatever an incident may hold, and any of its actions. */
  static Arbitrary<IncidentDetails> any() {
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
        .as(AnyIncident::incident);
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
        actions,
        attachments(earlier),
        null);
  }

  private static List<Attachment> attachments(int number) {
    return number % 3 == 0
        ? List.of()
        : List.of(
            new Attachment(
                new UUID(7, number),
                AttachmentKind.CALL_RECORDING,
                number % 2 == 0 ? null : "The second half",
                "audio/mpeg",
                number,
                "0".repeat(64)));
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
