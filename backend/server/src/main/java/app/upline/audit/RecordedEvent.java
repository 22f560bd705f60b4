package app.upline.audit;

import java.util.List;

/**
 * An event as it is kept.
 *
 * @param objects the first {@link AuditList#OBJECTS_SHOWN} of what it is about
 * @param keyVersion which key chained it
 * @param mac its code in the chain
 */
public record RecordedEvent(
    AuditEvent event, List<AuditedObject> objects, int keyVersion, String mac) {

  RecordedEvent with(List<AuditedObject> found) {
    return new RecordedEvent(event, found, keyVersion, mac);
  }
}
