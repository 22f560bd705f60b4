package app.upline.relationship;

import static app.upline.relationship.RelationshipFields.*;

import app.upline.platform.fields.Draft;
import app.upline.platform.validation.Fault;
import app.upline.record.OwnReference;
import app.upline.record.RecordReference;
import app.upline.record.Voiding;
import app.upline.sheet.RecordMatching;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which relationship of the register a row of a sheet is about: the one whose reference it names,
 * else the one with its own reference, else perhaps one that looks the same. Looked up for all rows
 * at once.
 */
final class RegisterMatching
    implements RecordMatching<RelationshipEntry, RelationshipDetails, Relationship> {

  private final LocalDate today;
  private final Map<String, UUID> found = new HashMap<>();
  private final Map<String, Relationship> byReference = new HashMap<>();
  private final Map<String, Relationship> byOwnReference = new HashMap<>();
  private final Map<String, Map<UUID, Relationship>> byName = new HashMap<>();
  private final Map<UUID, Relationship> known = new HashMap<>();
  private final Resemblances resemblances;

  RegisterMatching(Resemblances resemblances, LocalDate today) {
    this.resemblances = resemblances;
    this.today = today;
  }

  static RegisterMatching of(
      RelationshipRows rows,
      Duplicates duplicates,
      UUID agencyId,
      List<RelationshipEntry> entries,
      LocalDate today) {
    Set<String> references = new HashSet<>();
    Set<String> ownReferences = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (RelationshipEntry entry : entries) {
      add(references, entry.reference());
      add(references, entry.upstream());
      add(ownReferences, entry.typed().get(OWN_REFERENCE));
      add(ownReferences, entry.upstream());
      if (entry.typed().get(LEGAL_NAME) != null) {
        names.add(Facets.name(entry.typed().require(LEGAL_NAME)));
      }
    }
    RegisterMatching matching = new RegisterMatching(new Resemblances(duplicates, agencyId), today);
    rows.byReference(agencyId, references).forEach(matching::know);
    rows.byOwnReference(agencyId, ownReferences).forEach(matching::know);
    rows.byFacet(agencyId, names).forEach(matching::know);
    return matching;
  }

  /** A relationship that a row may be about, or beneath. */
  void know(Relationship relationship) {
    byReference.put(relationship.reference(), relationship);
    known.put(relationship.id(), relationship);
    if (relationship.details().isVoided()) {
      return; // found by our reference alone
    }
    String own = relationship.details().ownReference();
    if (own != null) {
      byOwnReference.put(OwnReference.key(own), relationship);
    }
    byName
        .computeIfAbsent(
            Facets.name(relationship.details().legalName()), k -> new LinkedHashMap<>())
        .put(relationship.id(), relationship);
  }

  @Override
  public Optional<Relationship> byReference(String reference) {
    return Optional.ofNullable(byReference.get(RecordReference.key(reference)));
  }

  @Override
  public Optional<Relationship> byOwnReference(String reference) {
    return Optional.ofNullable(byOwnReference.get(OwnReference.key(reference)));
  }

  /** One with the same name and the same NPN or EIN; of several, one that has not ended. */
  @Override
  public Optional<Relationship> lookalike(RelationshipEntry entry) {
    Draft<RelationshipDetails> typed = entry.typed();
    String name = typed.get(LEGAL_NAME);
    if (name == null) {
      return Optional.empty();
    }
    return byName.getOrDefault(Facets.name(name), Map.of()).values().stream()
        .filter(r -> same(typed.get(NPN), typed.get(EIN), r.details().npn(), r.details().ein()))
        .min(Comparator.comparing(r -> r.details().status()));
  }

  @Override
  public @Nullable String lookalikeKey(RelationshipEntry entry) {
    Draft<RelationshipDetails> typed = entry.typed();
    String name = typed.get(LEGAL_NAME);
    String number = typed.get(EIN) != null ? typed.get(EIN) : typed.get(NPN);
    return name == null ? null : Facets.name(name) + "|" + number;
  }

  @Override
  public List<Fault> resemblances(RelationshipEntry entry) {
    return resemblances.of(entry);
  }

  /** Rows of the sheet may be beneath it by its own reference, or be about the same entity. */
  @Override
  public void found(RelationshipEntry entry, UUID id) {
    resemblances.found(entry, known.get(id));
    if (entry.ownReference() != null) {
      found.putIfAbsent(OwnReference.key(entry.ownReference()), id);
    }
  }

  @Override
  public UUID id(Relationship relationship) {
    return relationship.id();
  }

  @Override
  public RelationshipDetails details(Relationship relationship) {
    return relationship.details();
  }

  @Override
  public Draft<RelationshipDetails> draftOf(RelationshipDetails details) {
    return RelationshipFields.ALL.draftOf(details);
  }

  @Override
  public Draft<RelationshipDetails> fresh(RelationshipEntry entry) {
    Draft<RelationshipDetails> draft = new Draft<>();
    if (!entry.given().contains(KNOWN_ON)) {
      draft.set(KNOWN_ON, today);
    }
    if (!entry.given().contains(LICENSED)) {
      draft.set(LICENSED, entry.typed().has(NPN));
    }
    return draft;
  }

  @Override
  public @Nullable RelationshipDetails check(
      RelationshipEntry entry, @Nullable Relationship before, Draft<RelationshipDetails> draft) {
    if (entry.upstreamGiven()) {
      upstream(entry.upstream(), draft);
    }
    if (before != null && before.details().isVoided()) {
      Fault fault = Voiding.refused(before);
      draft.fault(fault.pointer(), fault.code(), fault.message());
    }
    return RelationshipRules.check(draft, today);
  }

  @Override
  public String unknownReference() {
    return "No relationship with this reference exists in your register; leave it blank for a new relationship.";
  }

  @Override
  public String duplicateRow(int other) {
    return "Row %d is about the same entity. Keep one of the two; %s"
        .formatted(other, Resemblances.WAY_OUT);
  }

  @Override
  public String possibleDuplicate(Relationship lookalike) {
    return "This looks like %s (same name and NPN or EIN). To change that one put %s into the column “Reference”; %s"
        .formatted(lookalike.reference(), lookalike.reference(), Resemblances.WAY_OUT);
  }

  private void upstream(@Nullable String upstream, Draft<RelationshipDetails> draft) {
    if (upstream == null) {
      draft.set(UPSTREAM, null);
      return;
    }
    Optional<UUID> id =
        byReference(upstream)
            .or(() -> byOwnReference(upstream))
            .map(Relationship::id)
            .or(() -> Optional.ofNullable(found.get(OwnReference.key(upstream))));
    draft.set(UPSTREAM, id.orElse(null));
    if (id.isEmpty()) {
      draft.fault(
          UPSTREAM,
          "UNKNOWN_UPSTREAM",
          "No row of the register or of this sheet has this reference.");
    }
  }

  private static boolean same(
      @Nullable String npn,
      @Nullable String ein,
      @Nullable String otherNpn,
      @Nullable String otherEin) {
    boolean none = npn == null && ein == null && otherNpn == null && otherEin == null;
    return none || (npn != null && npn.equals(otherNpn)) || (ein != null && ein.equals(otherEin));
  }

  private static void add(Set<String> keys, @Nullable String reference) {
    if (reference != null) {
      keys.add(reference);
    }
  }
}
