package app.upline.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at the events of a chain one after the other, and notes what does not fit; used once. */
final class ChainCheck {
  private final AuditKeys keys;
  private final Map<Long, List<AuditHead>> heads = new TreeMap<>();
  private final List<TrailFinding> findings = new ArrayList<>();
  private int findingCount;
  private int headCount;

  private long first;
  private long last;

  /** The newest purge that the trail itself tells of. */
  private @Nullable AuditedObject toldPurge;

  /** Null where the event before is not there, so that nothing can be said of the next one. */
  private @Nullable String mac;

  ChainCheck(AuditKeys keys, List<Optional<AuditHead>> known) {
    this.keys = keys;
    for (Optional<AuditHead> head : known) {
      head.ifPresentOrElse(
          h -> heads.computeIfAbsent(h.seq(), seq -> new ArrayList<>()).add(h),
          () -> find(TrailFinding.Kind.HEAD_INVALID, 0, 0));
    }
  }

  void begin(long from, @Nullable String macBefore) {
    first = from;
    last = from - 1;
    mac = macBefore;
  }

  /** The event before the first one is not there, so that nothing can be said of it. */
  void beforeMissing() {
    find(TrailFinding.Kind.MISSING, first - 1, first - 1);
  }

  void see(RecordedEvent recorded, List<EventRows.NumberedObject> objects) {
    AuditEvent event = recorded.event();
    if (event.seq() > last + 1) {
      find(TrailFinding.Kind.MISSING, last + 1, event.seq() - 1);
      mac = null;
    }
    code(recorded);
    if (event.objectCount() != objects.size()
        || objects.stream().anyMatch(object -> object.seq() != event.seq())
        || !event.objectsSha256().equals(digest(objects))) {
      find(TrailFinding.Kind.OBJECTS_ALTERED, event.seq(), event.seq());
    }
    objects.stream()
        .map(EventRows.NumberedObject::object)
        .filter(object -> event.actorKind() == Actor.Kind.SYSTEM)
        .filter(object -> object.kind().equals(TrailPurge.KIND))
        .forEach(object -> toldPurge = object);
    mac = recorded.mac();
    last = event.seq();
    compare(last, mac);
  }

  /** The trail has been seen to its end, which should be here. */
  void end(long lastNumber, String lastMac, Optional<Long> beyond) {
    if (last < lastNumber) {
      find(TrailFinding.Kind.CUT_OFF, last + 1, lastNumber);
    } else if (last > 0 && mac != null && !mac.equals(lastMac)) {
      find(TrailFinding.Kind.ALTERED, last, last);
    }
    beyond.ifPresent(seq -> find(TrailFinding.Kind.UNNUMBERED, last + 1, seq));
    heads.keySet().stream()
        .filter(seq -> seq > last)
        .max(Long::compare)
        .ifPresent(seq -> find(TrailFinding.Kind.HEAD_BEYOND_END, last + 1, seq));
  }

  /** There is no record of where this trail ends, although its organization exists. */
  void missing() {
    find(TrailFinding.Kind.TRAIL_MISSING, 1, 1);
  }

  /** The caller asks for events after an end that is no longer there. */
  void askedBeyond(long lastNumber) {
    find(TrailFinding.Kind.MISSING, lastNumber + 1, first - 1);
  }

  /**
   * Events up to this one were purged: a head that was signed before must say the same, and so must
   * every other one of that event, such as one that was taken elsewhere.
   *
   * @param seenWhole whether all that is left was looked at: then an event of the purge was there
   */
  void purge(long seq, @Nullable String purgedMac, boolean seenWhole) {
    List<AuditHead> there = heads.getOrDefault(seq, List.of());
    if (there.isEmpty()
        || !there.stream().allMatch(head -> head.mac().equals(purgedMac))
        || (seenWhole && !told(seq, purgedMac))) {
      find(TrailFinding.Kind.PURGE_UNPROVEN, 1, seq);
    }
  }

  /** An attacker without the key can cut at a head, but cannot write the event of the purge. */
  private boolean told(long seq, @Nullable String purgedMac) {
    return toldPurge != null
        && Long.toString(seq).equals(toldPurge.reference())
        && Objects.equals(purgedMac, toldPurge.after());
  }

  Verification result(UUID organizationId, boolean complete) {
    return new Verification(
        organizationId, first, last, complete, headCount, List.copyOf(findings), findingCount);
  }

  private void code(RecordedEvent recorded) {
    long seq = recorded.event().seq();
    Optional<AuditKey> key = keys.version(recorded.keyVersion());
    if (key.isEmpty()) {
      find(TrailFinding.Kind.UNKNOWN_KEY, seq, seq);
    } else if (mac != null && !key.get().mac(mac, recorded.event()).equals(recorded.mac())) {
      find(TrailFinding.Kind.ALTERED, seq, seq);
    }
  }

  private void compare(long seq, String seen) {
    for (AuditHead head : heads.getOrDefault(seq, List.of())) {
      headCount++;
      if (!head.mac().equals(seen)) {
        find(TrailFinding.Kind.HEAD_DIFFERS, 1, seq);
      }
    }
  }

  private static String digest(List<EventRows.NumberedObject> objects) {
    return AuditChain.digest(objects.stream().map(EventRows.NumberedObject::object).toList());
  }

  private void find(TrailFinding.Kind kind, long from, long to) {
    findingCount++;
    if (findings.size() < Verification.MOST_FINDINGS) {
      findings.add(new TrailFinding(kind, from, to));
    }
  }
}
