package app.upline.notification;

import app.upline.audit.Digest;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An address of a team that is told as well.
 *
 * @param address null while there is none
 * @param version 0 before the first
 */
public record TeamMailbox(@Nullable String address, Set<Topic> topics, int version) {

  static final TeamMailbox NONE = new TeamMailbox(null, Set.of(), 0);

  public TeamMailbox {
    topics = Set.copyOf(topics);
  }

  String digest() {
    return Digest.of(address, new TreeSet<>(topics).toString(), version);
  }
}
