package app.upline.incident;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.personal.FreeTextScan;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Free text as it leaves in a file, with a mask for everything that looks like personal data; and
 * what such a file means when it comes back: a mask never takes the place of what was written.
 */
public final class MaskedTexts {

  private MaskedTexts() {}

  /** The incident with its free texts masked; itself when there is nothing to mask. */
  public static IncidentDetails of(IncidentDetails details) {
    if (FreeTexts.suspicionsIn(details).isEmpty()) {
      return details;
    }
    IncidentDraft whole = IncidentForm.draftOf(details);
    FreeTexts.FREE.forEach(field -> mask(whole.incident(), field));
    for (Draft<DisciplinaryAction> action : whole.actions()) {
      FreeTexts.FREE_OF_ACTION.forEach(field -> mask(action, field));
    }
    return IncidentFactory.record(whole, MaskedTexts::noNewAction);
  }

  /**
   * Puts back what an untouched masked text stands for, and faults one that was edited around a
   * mask: we cannot tell what its author wants to keep of what is behind it.
   *
   * @param whole the incident with its former actions first, in their order
   */
  static void restoreIn(IncidentDraft whole, @Nullable IncidentDetails before) {
    if (before == null) {
      return;
    }
    FreeTexts.FREE.forEach(field -> restore(whole.incident(), field, before));
    List<DisciplinaryAction> actions = before.disciplinaryActions();
    for (int i = 0; i < actions.size(); i++) {
      Draft<DisciplinaryAction> draft = whole.actions().get(i);
      DisciplinaryAction was = actions.get(i);
      FreeTexts.FREE_OF_ACTION.forEach(field -> restore(draft, field, was));
    }
  }

  private static <R> void mask(Draft<R> draft, Field<R, String> field) {
    String text = draft.get(field);
    if (text != null) {
      draft.set(field, FreeTextScan.redact(text));
    }
  }

  private static <R> void restore(Draft<R> draft, Field<R, String> field, R before) {
    String real = field.getter().apply(before);
    String given = draft.get(field);
    if (real == null || given == null || given.equals(real)) {
      return;
    }
    if (given.equals(FreeTextScan.redact(real))) {
      draft.set(field, real);
    } else if (holdsMaskOf(real, given)) {
      draft.fault(
          field,
          "REDACTED_TEXT",
          "A part of this text is masked, and the mask would replace what is recorded. Take the mask in brackets out, leave the cell as it was exported, or change the text in the incident itself.");
    }
  }

  private static boolean holdsMaskOf(String real, String given) {
    return given.indexOf('[') >= 0
        && FreeTextScan.kinds(real).stream()
            .anyMatch(kind -> given.contains(FreeTextScan.mask(kind)));
  }

  private static UUID noNewAction() {
    throw new IllegalStateException("A recorded action without an id");
  }
}
