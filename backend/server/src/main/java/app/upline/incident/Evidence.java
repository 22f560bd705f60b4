package app.upline.incident;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where more proof is kept: references into the agency's own systems. Files are {@link
 * Attachment}s.
 *
 * @param recordingReference of the call's recording
 * @param consentCertificateReference of the consent to be contacted
 * @param documentReferences of other documents
 */
@Serdeable.Deserializable
public record Evidence(
    @Nullable String recordingReference,
    @Nullable String consentCertificateReference,
    List<String> documentReferences) {

  static final Evidence NONE = new Evidence(null, null, List.of());

  public Evidence {
    documentReferences = IncidentDetails.present(documentReferences);
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
