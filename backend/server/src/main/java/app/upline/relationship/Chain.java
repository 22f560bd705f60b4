package app.upline.relationship;

import app.upline.platform.paging.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A relationship with those above it and those beneath it, from the top down, level by level.
 *
 * @param truncated whether some beneath it are left out
 */
public record Chain(List<Node> nodes, boolean truncated) {

  /** How many levels beneath its agency an entity may be. */
  public static final int MAX_LEVELS = 6;

  private static final int MAX_NODES = 1_000;

  /** One entity in a chain; {@code level} counts from 1, directly beneath the agency. */
  public record Node(Relationship relationship, int level) {}

  /** Where a chain is read: an agency's register, or what a carrier was told of one. */
  public interface Register {

    Optional<Relationship> find(UUID id);

    /** Those directly beneath any of these, at most so many at once. */
    Page<Relationship> beneath(Collection<UUID> above, int limit);
  }

  /**
   * The chain around one; empty when the register does not hold it. What is in two places, as it
   * may be where changes were disclosed one by one, is followed once.
   *
   * @param depth how many levels beneath it are wanted
   */
  public static Optional<Chain> around(Register register, UUID id, int depth) {
    return register.find(id).map(root -> new Walk(register, root).down(depth));
  }

  /** A chain as it is found. */
  private static final class Walk {
    private final Register register;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();
    private boolean truncated;

    Walk(Register register, Relationship root) {
      this.register = register;
      List<Relationship> way = new ArrayList<>();
      for (Relationship at = root;
          at != null && way.size() <= MAX_LEVELS && seen.add(at.id());
          at = above(at)) {
        way.addFirst(at);
      }
      way.forEach(one -> nodes.add(new Node(one, nodes.size() + 1)));
    }

    private @Nullable Relationship above(Relationship one) {
      UUID upstream = one.details().upstreamId();
      return upstream == null ? null : register.find(upstream).orElse(null);
    }

    Chain down(int depth) {
      Node root = nodes.getLast();
      List<UUID> above = List.of(root.relationship().id());
      for (int beneath = 1; !above.isEmpty(); beneath++) {
        above = level(root.level() + beneath, above, beneath > depth);
      }
      return new Chain(List.copyOf(nodes), truncated);
    }

    /** Adds a level, or only looks whether there is one; the ids of those that were added. */
    private List<UUID> level(int level, List<UUID> above, boolean isBeyond) {
      int room = isBeyond ? 0 : MAX_NODES - nodes.size();
      // Of those on the way down to the root each may come once more.
      Page<Relationship> page = register.beneath(above, room + MAX_LEVELS + 1);
      List<Relationship> found = page.items().stream().filter(one -> seen.add(one.id())).toList();
      truncated |= found.size() > room || page.next() != null;
      List<Relationship> shown = found.stream().limit(room).toList();
      shown.forEach(one -> nodes.add(new Node(one, level)));
      return shown.stream().map(Relationship::id).toList();
    }
  }
}
