package app.upline.incident;

import static app.upline.incident.IncidentFields.*;

import app.upline.platform.fields.Draft;
import app.upline.platform.validation.Fault;
import app.upline.record.OwnReference;
import app.upline.record.RecordReference;
import app.upline.record.Voiding;
import app.upline.sheet.RecordMatching;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which incident the rows of a sheet are about: the one whose reference they name, else the one
 * with the agency's own reference, else perhaps one that looks the same. Looked up for all rows at
 * once.
 */
final class IncidentMatching implements RecordMatching<IncidentEntry, IncidentDetails, Incident> {

  private final SheetNames names;
  private final CarrierDueDays.Days days;
  private final Supplier<UUID> newId;
  private final Map<String, Incident> byReference = new HashMap<>();
  private final Map<String, Incident> byOwnReference = new HashMap<>();
  private final Map<String, Map<UUID, Incident>> bySameness = new HashMap<>();

  IncidentMatching(SheetNames names, CarrierDueDays.Days days, Supplier<UUID> newId) {
    this.names = names;
    this.days = days;
    this.newId = newId;
  }

  static IncidentMatching of(
      IncidentRows rows,
      UUID agencyId,
      List<IncidentEntry> entries,
      SheetNames names,
      CarrierDueDays.Days days,
      Supplier<UUID> newId) {
    Set<String> references = new HashSet<>();
    Set<String> ownReferences = new HashSet<>();
    Set<String> sameness = new HashSet<>();
    for (IncidentEntry entry : entries) {
      if (entry.reference() != null) {
        references.add(entry.reference());
      } else if (entry.ownReference() != null) {
        ownReferences.add(entry.ownReference());
      }
      sameness.addAll(sameness(entry));
    }
    IncidentMatching matching = new IncidentMatching(names, days, newId);
    rows.byReference(agencyId, references).forEach(found -> matching.know(found.incident()));
    rows.byOwnReference(agencyId, ownReferences).forEach(found -> matching.know(found.incident()));
    rows.byFacet(agencyId, sameness).forEach(found -> matching.know(found.incident()));
    return matching;
  }

  /** An incident that a row may be about. */
  void know(Incident incident) {
    byReference.put(incident.reference(), incident);
    if (incident.details().isVoided()) {
      return; // found by our reference alone
    }
    String own = incident.details().ownReference();
    if (own != null) {
      byOwnReference.put(OwnReference.key(own), incident);
    }
    for (String facet : IncidentFacets.same(incident.details())) {
      bySameness.computeIfAbsent(facet, key -> new LinkedHashMap<>()).put(incident.id(), incident);
    }
  }

  @Override
  public Optional<Incident> byReference(String reference) {
    return Optional.ofNullable(byReference.get(RecordReference.key(reference)));
  }

  @Override
  public Optional<Incident> byOwnReference(String ownReference) {
    return Optional.ofNullable(byOwnReference.get(OwnReference.key(ownReference)));
  }

  @Override
  public Optional<Incident> lookalike(IncidentEntry entry) {
    String npn = entry.typed().get(SUBJECT_NPN);
    return sameness(entry).stream()
        .flatMap(facet -> bySameness.getOrDefault(facet, Map.of()).values().stream())
        .filter(other -> Duplicates.mayBeOne(npn, other.details().subject().npn()))
        .findFirst();
  }

  @Override
  public @Nullable String lookalikeKey(IncidentEntry entry) {
    Set<String> facets = sameness(entry);
    return facets.isEmpty() ? null : String.join(" ", facets);
  }

  private static Set<String> sameness(IncidentEntry entry) {
    Draft<IncidentDetails> typed = entry.typed();
    boolean known =
        typed.has(SUBJECT_NAME) && typed.has(DISCOVERY_DATE) && typed.has(PRIMARY_CATEGORY);
    return known
        ? IncidentFacets.same(
            typed.require(SUBJECT_NAME),
            typed.get(SUBJECT_NPN),
            typed.get(INCIDENT_DATE),
            typed.require(DISCOVERY_DATE),
            typed.require(PRIMARY_CATEGORY))
        : Set.of();
  }

  @Override
  public void found(IncidentEntry entry, UUID id) {
    // no row of a sheet refers to another one's incident
  }

  @Override
  public UUID id(Incident incident) {
    return incident.id();
  }

  @Override
  public IncidentDetails details(Incident incident) {
    return incident.details();
  }

  @Override
  public Draft<IncidentDetails> draftOf(IncidentDetails details) {
    return IncidentFields.ALL.draftOf(details);
  }

  /**
   * What a sheet of the form agencies use today leaves unsaid; {@code IncidentSheet} tells of it.
   */
  @Override
  public Draft<IncidentDetails> fresh(IncidentEntry entry) {
    Draft<IncidentDetails> typed = entry.typed();
    Draft<IncidentDetails> draft = new Draft<>();
    boolean interaction = !entry.given().contains(INTERACTION) || typed.is(INTERACTION);
    if (!entry.given().contains(INTERACTION)) {
      draft.set(INTERACTION, true);
    }
    if (!entry.given().contains(KIND)) {
      draft.set(
          KIND, interaction ? IncidentKind.BENEFICIARY_NONCOMPLIANCE : IncidentKind.VIOLATION);
    }
    if (!entry.given().contains(ENROLLMENT_AFFECTED)) {
      draft.set(
          ENROLLMENT_AFFECTED,
          typed.get(PRIMARY_CATEGORY) == ViolationCategory.ENROLLED_WITHOUT_CONSENT);
    }
    return draft;
  }

  @Override
  public @Nullable IncidentDetails check(
      IncidentEntry entry, @Nullable Incident before, Draft<IncidentDetails> draft) {
    IncidentDetails was = before == null ? null : before.details();
    if (before != null && before.details().isVoided()) {
      Fault fault = Voiding.refused(before);
      draft.fault(fault.pointer(), fault.code(), fault.message());
    }
    names.resolve(entry.head(), was, draft);
    SheetActions actions = SheetActions.of(entry, was);
    IncidentDraft whole =
        new IncidentDraft(draft, actions.drafts(), was == null ? List.of() : was.attachments());
    if (whole.actions().size() > IncidentForm.MOST_ACTIONS) {
      IncidentForm.tooMany(draft);
    }
    MaskedTexts.restoreIn(whole, was);
    FreeTexts.refuseIn(whole, was);
    days.requireContract(whole, was == null);
    IncidentDetails details = IncidentRules.check(whole, was, days.today(whole), newId);
    if (details == null) {
      for (Fault fault : actions.faults()) {
        draft.fault(fault.pointer(), fault.code(), fault.message());
      }
    }
    return details;
  }

  @Override
  public String unknownReference() {
    return "You have no incident of this reference; leave it blank for a new one.";
  }

  @Override
  public String duplicateRow(int other) {
    return "Row "
        + other
        + " has the same subject, date and category; keep one of the two, or upload with that choice.";
  }

  @Override
  public String possibleDuplicate(Incident lookalike) {
    return "This looks like %s (same subject, date and category). To follow that one up put %s into the column “Reference”; to record another, upload with that choice."
        .formatted(lookalike.reference(), lookalike.reference());
  }
}
