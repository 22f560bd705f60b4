package app.upline.relationship;

import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What there is to say of relationships that were just saved: it forbids nothing. */
@Singleton
final class SaveWarnings {

  private final Duplicates duplicates;
  private final ChainWarnings chain;

  SaveWarnings(Duplicates duplicates, ChainWarnings chain) {
    this.duplicates = duplicates;
    this.chain = chain;
  }

  /** One, with the relationships that may be with the same entity. */
  SavedRelationship of(Relationship saved) {
    List<Fault> warnings =
        new ArrayList<>(
            chain.of(saved.agencyId(), List.of(saved)).getOrDefault(saved.id(), List.of()));
    List<PossibleDuplicate> same = duplicates.of(saved);
    same.stream().map(Duplicates::warning).forEach(warnings::add);
    return new SavedRelationship(saved, List.copyOf(warnings), same);
  }

  /** Many, by the id. */
  Map<UUID, List<Fault>> of(UUID agencyId, Collection<Relationship> saved) {
    return with(chain.of(agencyId, saved), duplicates.warnings(agencyId, saved));
  }

  /**
   * The same of a batch that is taken back.
   *
   * @param rows those that would record a new one, by its id
   */
  Map<UUID, List<Fault>> ofDryRun(
      UUID agencyId, Collection<Relationship> relationships, Map<UUID, Integer> rows) {
    return with(
        chain.of(agencyId, relationships),
        duplicates.warningsOfDryRun(agencyId, relationships, rows));
  }

  private static Map<UUID, List<Fault>> with(
      Map<UUID, List<Fault>> some, Map<UUID, List<Fault>> others) {
    Map<UUID, List<Fault>> all = new HashMap<>(some);
    others.forEach(
        (id, more) ->
            all.merge(
                id,
                more,
                (before, after) -> {
                  List<Fault> both = new ArrayList<>(before);
                  both.addAll(after);
                  return both;
                }));
    return all;
  }
}
