package app.upline.relationship;

import static app.upline.relationship.RelationshipFields.*;

import app.upline.platform.fields.Draft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells which entity a relationship is with: its numbers, and its names however they are
 * written.
 *
 * @param facets under which others are found that may be with the same entity; none of a
 *     relationship that has ended or was voided
 */
record EntityTraits(Set<String> facets, @Nullable String npn) {

  private static final EntityTraits NONE = new EntityTraits(Set.of(), null);

  static EntityTraits of(RelationshipDetails details) {
    return details.status() == RelationshipStatus.ACTIVE
        ? of(details.legalName(), details.tradeNames(), details.npn(), details.ein())
        : NONE;
  }

  /** Of what a row says, as far as it can be read. */
  static EntityTraits of(Draft<RelationshipDetails> typed) {
    return typed.has(END_DATE)
        ? NONE
        : of(typed.get(LEGAL_NAME), typed.list(TRADE_NAMES), typed.get(NPN), typed.get(EIN));
  }

  private static EntityTraits of(
      @Nullable String legalName,
      List<String> tradeNames,
      @Nullable String npn,
      @Nullable String ein) {
    Set<String> facets = new LinkedHashSet<>();
    if (npn != null) {
      facets.add(Facets.sameNpn(npn));
    }
    if (ein != null) {
      facets.add(Facets.sameEin(ein));
    }
    Stream.concat(Stream.ofNullable(legalName), tradeNames.stream())
        .map(Facets::sameName)
        .forEach(facets::add);
    // Mostly it is the name alone, of fifty thousand rows.
    return new EntityTraits(facets.size() == 1 ? Set.copyOf(facets) : facets, npn);
  }

  /**
   * What the other has in common with this one, as people call it; nothing when it is another
   * entity.
   */
  List<String> sharedWith(EntityTraits other) {
    List<String> shared = new ArrayList<>();
    if (shares(Facets.SAME_NPN, other)) {
      shared.add("NPN");
    }
    if (shares(Facets.SAME_EIN, other)) {
      shared.add("EIN");
    }
    if (shares(Facets.SAME_NAME, other) && (!shared.isEmpty() || mayBeOne(other))) {
      shared.add("name");
    }
    return shared;
  }

  /** Two producers of one name are two. */
  private boolean mayBeOne(EntityTraits other) {
    return npn == null || other.npn == null || Objects.equals(npn, other.npn);
  }

  private boolean shares(String kind, EntityTraits other) {
    return facets.stream()
        .anyMatch(facet -> facet.startsWith(kind) && other.facets.contains(facet));
  }
}
