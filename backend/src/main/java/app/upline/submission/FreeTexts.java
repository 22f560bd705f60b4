package app.upline.submission;

import app.upline.incident.DisciplinaryAction;
import app.upline.incident.IncidentDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an incident holds what people wrote in their own words. */
final class FreeTexts {

  private FreeTexts() {}

  /** The texts by their JSON pointers. */
  static Map<String, String> of(IncidentDetails details) {
    Map<String, String> texts = new LinkedHashMap<>();
    add(texts, "/description", details.description());
    add(texts, "/categoryOther", details.categoryOther());
    add(texts, "/citation", details.citation());
    add(texts, "/lateReason", details.lateReason());
    add(texts, "/subject/name", details.subject().name());
    add(texts, "/evidence/recordingReference", details.evidence().recordingReference());
    add(
        texts,
        "/evidence/consentCertificateReference",
        details.evidence().consentCertificateReference());
    List<String> documents = details.evidence().documentReferences();
    for (int i = 0; i < documents.size(); i++) {
      add(texts, "/evidence/documentReferences/" + i, documents.get(i));
    }
    List<DisciplinaryAction> actions = details.disciplinaryActions();
    for (int i = 0; i < actions.size(); i++) {
      String action = "/disciplinaryActions/" + i;
      add(texts, action + "/explanation", actions.get(i).explanation());
      add(texts, action + "/retraining/course", actions.get(i).retraining().course());
    }
    return texts;
  }

  private static void add(Map<String, String> texts, String pointer, @Nullable String text) {
    if (text != null) {
      texts.put(pointer, text);
    }
  }
}
