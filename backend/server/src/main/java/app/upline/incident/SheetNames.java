package app.upline.incident;

import static app.upline.incident.IncidentFields.CARRIER;
import static app.upline.incident.IncidentFields.RELATIONSHIP;

import app.upline.agency.Carrier;
import app.upline.platform.fields.Draft;
import app.upline.platform.text.Words;
import app.upline.record.OwnReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people write into a sheet where the record has an id: carriers by name, subcontractors by
 * reference.
 *
 * @param carriers the agency's, by squeezed name; null for a name that several have
 * @param spoken their names, to be listed
 * @param chosen the carrier of new incidents whose row names none
 * @param relationships the register's rows, by {@link OwnReference#keyOfAny}
 */
record SheetNames(
    Map<String, @Nullable UUID> carriers,
    String spoken,
    @Nullable UUID chosen,
    Map<String, UUID> relationships) {

  /** With one carrier only there is nothing to choose. */
  static SheetNames of(
      List<Carrier> carriers, @Nullable UUID chosen, Map<String, UUID> relationships) {
    Map<String, @Nullable UUID> byName = new HashMap<>();
    for (Carrier carrier : carriers) {
      String name = Words.squeeze(carrier.name());
      byName.put(name, byName.containsKey(name) ? null : carrier.id());
    }
    UUID only = carriers.size() == 1 ? carriers.getFirst().id() : null;
    return new SheetNames(
        byName,
        carriers.stream().map(Carrier::name).collect(Collectors.joining(", ")),
        chosen == null ? only : chosen,
        relationships);
  }

  void resolve(IncidentRow row, @Nullable IncidentDetails before, Draft<IncidentDetails> draft) {
    carrier(row.carrier(), before, draft);
    if (row.subcontractorGiven()) {
      subcontractor(row.subcontractor(), draft);
    }
  }

  private void carrier(
      @Nullable String name, @Nullable IncidentDetails before, Draft<IncidentDetails> draft) {
    if (name != null) {
      UUID id = carriers.get(Words.squeeze(name));
      draft.set(CARRIER, id);
      if (id == null) {
        draft.fault(
            CARRIER,
            "UNKNOWN_CARRIER",
            "Your agency has no contract with a carrier of this name; write one of: "
                + spoken
                + ".");
      }
    } else if (before == null && chosen != null) {
      draft.set(CARRIER, chosen);
    } else if (before == null) {
      draft.fault(
          CARRIER,
          "REQUIRED",
          "Name the carrier concerned, or say with the upload's carrierId which it is for all rows: your agency has several.");
    }
  }

  private void subcontractor(@Nullable String reference, Draft<IncidentDetails> draft) {
    UUID id = reference == null ? null : relationships.get(OwnReference.keyOfAny(reference));
    draft.set(RELATIONSHIP, id);
    if (reference != null && id == null) {
      draft.fault(
          RELATIONSHIP,
          "UNKNOWN_RELATIONSHIP",
          "No relationship with this reference exists in your register.");
    }
  }
}
