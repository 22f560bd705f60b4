package app.upline.relationship;

import static app.upline.relationship.RelationshipFields.EIN;
import static app.upline.relationship.RelationshipFields.LEGAL_NAME;
import static app.upline.relationship.RelationshipFields.NPN;
import static app.upline.relationship.RelationshipFields.OWN_REFERENCE;

import app.upline.platform.fields.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which relationship of the register a row of a sheet is about: the one whose reference it names,
 * else the one with its own reference, else perhaps one that looks the same. Looked up for all rows
 * at once.
 */
final class Matching {

  private final Map<String, Relationship> byReference = new HashMap<>();
  private final Map<String, Relationship> byOwnReference = new HashMap<>();
  private final Map<String, List<Relationship>> byName = new HashMap<>();

  static Matching of(RelationshipRows rows, UUID agencyId, List<SheetEntry> entries) {
    Set<String> references = new HashSet<>();
    Set<String> ownReferences = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (SheetEntry entry : entries) {
      add(references, upperCase(entry.reference()));
      add(references, upperCase(entry.upstream()));
      add(ownReferences, entry.typed().get(OWN_REFERENCE));
      add(ownReferences, entry.upstream());
      if (entry.typed().get(LEGAL_NAME) != null) {
        names.add(Facets.name(entry.typed().require(LEGAL_NAME)));
      }
    }
    Matching matching = new Matching();
    rows.byReference(agencyId, references)
        .forEach(r -> matching.byReference.put(key(r.reference()), r));
    rows.byOwnReference(agencyId, ownReferences)
        .forEach(
            r ->
                matching.byOwnReference.put(
                    key(Objects.requireNonNull(r.details().ownReference())), r));
    rows.byFacet(agencyId, names)
        .forEach(
            r ->
                matching
                    .byName
                    .computeIfAbsent(Facets.name(r.details().legalName()), k -> new ArrayList<>())
                    .add(r));
    return matching;
  }

  Optional<Relationship> byReference(String reference) {
    return Optional.ofNullable(byReference.get(key(reference)));
  }

  Optional<Relationship> byOwnReference(String reference) {
    return Optional.ofNullable(byOwnReference.get(key(reference)));
  }

  /** One with the same name and the same NPN or EIN; of several, one that has not ended. */
  Optional<Relationship> lookalike(Draft<RelationshipDetails> typed) {
    String name = typed.get(LEGAL_NAME);
    if (name == null) {
      return Optional.empty();
    }
    return byName.getOrDefault(Facets.name(name), List.of()).stream()
        .filter(r -> same(typed.get(NPN), typed.get(EIN), r.details().npn(), r.details().ein()))
        .min(java.util.Comparator.comparing(r -> r.details().status()));
  }

  /**
   * What rows of one sheet about the same entity have in common; null when there is nothing to
   * tell.
   */
  static @Nullable String lookalikeKey(Draft<RelationshipDetails> typed) {
    String name = typed.get(LEGAL_NAME);
    String number = typed.get(EIN) != null ? typed.get(EIN) : typed.get(NPN);
    return name == null ? null : Facets.name(name) + "|" + number;
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

  /** References of ours are upper case, whatever the case a person types. */
  private static @Nullable String upperCase(@Nullable String reference) {
    return reference == null ? null : reference.toUpperCase(Locale.ROOT);
  }

  private static String key(String reference) {
    return reference.toLowerCase(Locale.ROOT);
  }
}
