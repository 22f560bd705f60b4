package app.upline.incident;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.fields.TextsWithNumbers;
import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.personal.PersonalDataKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people wrote freely in an incident, and what of it looks like personal data. */
public final class FreeTexts {

  /**
   * A text that seems to hold personal data; never the data itself.
   *
   * @param pointer where the text is in the JSON form
   * @param kinds what it seems to hold
   */
  public record Suspicion(String pointer, Set<PersonalDataKind> kinds) {

    /** A sentence for the person who wrote it. */
    public String message() {
      return "This text seems to hold "
          + labels(kinds)
          + "; take it out. A carrier gets no such text unless you give a reason when you submit.";
    }
  }

  static final List<Field<IncidentDetails, String>> FREE =
      List.of(
          IncidentFields.CATEGORY_OTHER,
          IncidentFields.CITATION,
          IncidentFields.DESCRIPTION,
          IncidentFields.LATE_REASON);

  static final List<Field<DisciplinaryAction, String>> FREE_OF_ACTION =
      List.of(DisciplineFields.EXPLANATION, DisciplineFields.COURSE);

  private static final Set<PersonalDataKind> NUMBERS =
      Set.of(PersonalDataKind.MBI, PersonalDataKind.SSN);

  private record Text(String pointer, @Nullable String text) {}

  private FreeTexts() {}

  /** Every text with a suspicion, in the order of the form. */
  public static List<Suspicion> suspicionsIn(IncidentDetails details) {
    Stream<Suspicion> ofFreeTexts =
        texts(details).stream()
            .filter(text -> text.text() != null)
            .map(text -> new Suspicion(text.pointer(), FreeTextScan.kinds(text.text())))
            .filter(suspicion -> !suspicion.kinds().isEmpty());
    return Stream.concat(ofFreeTexts, numbersIn(details)).toList();
  }

  /**
   * Faults texts that hold a number by which a beneficiary is known. A form can ask the person who
   * fills it in; a sheet can only be sent back. What the record said before may stay.
   */
  static void refuseIn(IncidentDraft draft, @Nullable IncidentDetails before) {
    Set<String> known =
        before == null
            ? Set.of()
            : texts(before).stream()
                .map(Text::text)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    FREE.forEach(field -> refuse(draft.incident(), field, known));
    for (Draft<DisciplinaryAction> action : draft.actions()) {
      FREE_OF_ACTION.forEach(field -> refuse(action, field, known));
    }
  }

  /**
   * Faults all other texts, names and references, that hold a number by which a beneficiary is
   * known: there is nothing to override in these.
   */
  static void refuseNumbersIn(IncidentDraft draft, @Nullable IncidentDetails before) {
    TextsWithNumbers.refuse(IncidentFields.ALL, draft.incident(), before, FREE);
    for (Draft<DisciplinaryAction> action : draft.actions()) {
      TextsWithNumbers.refuse(DisciplineFields.ALL, action, null, FREE_OF_ACTION);
    }
  }

  /** What was recorded before anybody looked at names and references is still found. */
  private static Stream<Suspicion> numbersIn(IncidentDetails details) {
    return TextsWithNumbers.in(IncidentFields.ALL, details, FREE)
        .map(found -> new Suspicion(found.pointer(), found.kinds()));
  }

  private static <R> void refuse(Draft<R> draft, Field<R, String> field, Set<String> known) {
    String text = draft.get(field);
    if (text == null || known.contains(text)) {
      return;
    }
    Set<PersonalDataKind> kinds = EnumSet.copyOf(NUMBERS);
    kinds.retainAll(FreeTextScan.kinds(text));
    if (!kinds.isEmpty()) {
      draft.fault(
          field,
          "PERSONAL_DATA_REFUSED",
          "This text seems to hold " + labels(kinds) + "; take it out.");
    }
  }

  private static String labels(Set<PersonalDataKind> kinds) {
    return kinds.stream().sorted().map(PersonalDataKind::label).collect(Collectors.joining(", "));
  }

  private static List<Text> texts(IncidentDetails details) {
    List<Text> texts = new ArrayList<>();
    for (Field<IncidentDetails, String> field : FREE) {
      texts.add(new Text(field.pointer(), field.getter().apply(details)));
    }
    List<DisciplinaryAction> actions = details.disciplinaryActions();
    for (int i = 0; i < actions.size(); i++) {
      String action = IncidentDraft.ACTIONS + "/" + i;
      texts.add(
          new Text(action + DisciplineFields.EXPLANATION.pointer(), actions.get(i).explanation()));
      texts.add(
          new Text(
              action + DisciplineFields.COURSE.pointer(), actions.get(i).retraining().course()));
    }
    return texts;
  }
}
