package app.upline.relationship;

import app.upline.platform.fields.Difference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a relationship stands beneath, among what has changed: kept by id, and read by people, to
 * whom an id says nothing, by reference.
 */
public final class UpstreamDifferences {

  /** For whom it is told to never had that one disclosed. */
  private static final String UNKNOWN = "(not disclosed)";

  private UpstreamDifferences() {}

  /** The relationships that are named by their ids. */
  public static Set<UUID> ids(Collection<Difference> differences) {
    return differences.stream()
        .filter(UpstreamDifferences::isUpstream)
        .flatMap(difference -> Stream.of(difference.before(), difference.after()))
        .filter(id -> id != null)
        .map(UUID::fromString)
        .collect(Collectors.toSet());
  }

  /** The same, with these references in place of the ids. */
  public static List<Difference> named(List<Difference> differences, Map<UUID, String> references) {
    return differences.stream()
        .map(
            difference ->
                isUpstream(difference)
                    ? new Difference(
                        difference.pointer(),
                        difference.label(),
                        named(difference.before(), references),
                        named(difference.after(), references))
                    : difference)
        .toList();
  }

  private static @Nullable String named(@Nullable String id, Map<UUID, String> references) {
    return id == null ? null : references.getOrDefault(UUID.fromString(id), UNKNOWN);
  }

  private static boolean isUpstream(Difference difference) {
    return difference.pointer().equals(RelationshipFields.UPSTREAM.pointer());
  }
}
