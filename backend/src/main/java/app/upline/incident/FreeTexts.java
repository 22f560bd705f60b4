package app.upline.incident;

import app.upline.platform.fields.Field;
import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.personal.PersonalDataKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
      String found =
          kinds.stream().sorted().map(PersonalDataKind::label).collect(Collectors.joining(", "));
      return "This text seems to hold "
          + found
          + "; take it out. A carrier gets no such text unless you give a reason when you submit.";
    }
  }

  private static final List<Field<IncidentDetails, String>> FREE =
      List.of(
          IncidentFields.CATEGORY_OTHER,
          IncidentFields.CITATION,
          IncidentFields.DESCRIPTION,
          IncidentFields.LATE_REASON);

  private record Text(String pointer, @Nullable String text) {}

  private FreeTexts() {}

  /** Every text with a suspicion, in the order of the form. */
  public static List<Suspicion> suspicionsIn(IncidentDetails details) {
    return texts(details).stream()
        .filter(text -> text.text() != null)
        .map(text -> new Suspicion(text.pointer(), FreeTextScan.kinds(text.text())))
        .filter(suspicion -> !suspicion.kinds().isEmpty())
        .toList();
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
