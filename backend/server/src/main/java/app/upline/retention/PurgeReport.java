package app.upline.retention;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How much of an organization goes, and how much stays although it is old enough. */
final class PurgeReport {
  private final Map<PurgeKind, Integer> going = new EnumMap<>(PurgeKind.class);
  private final Map<PurgeKind, Map<KeptBecause, Integer>> staying = new EnumMap<>(PurgeKind.class);

  void goes(PurgeKind kind, int count) {
    going.merge(kind, count, Integer::sum);
  }

  void stays(PurgeKind kind, KeptBecause reason, int count) {
    staying
        .computeIfAbsent(kind, any -> new EnumMap<>(KeptBecause.class))
        .merge(reason, count, Integer::sum);
  }

  boolean anythingGoes() {
    return !going.isEmpty();
  }

  int going(PurgeKind kind) {
    return going.getOrDefault(kind, 0);
  }

  int staying(PurgeKind kind, KeptBecause reason) {
    return staying.getOrDefault(kind, Map.of()).getOrDefault(reason, 0);
  }

  /** {@code 3 submissions, 1 incidents}; empty when nothing goes. */
  String goingInWords() {
    return going.entrySet().stream()
        .map(entry -> "%d %s".formatted(entry.getValue(), entry.getKey().plural()))
        .collect(Collectors.joining(", "));
  }

  /** {@code 2 submissions under a legal hold; …}; empty when nothing that is old enough stays. */
  String stayingInWords() {
    return staying.entrySet().stream()
        .flatMap(
            kind ->
                kind.getValue().entrySet().stream()
                    .map(
                        reason ->
                            "%d %s %s"
                                .formatted(
                                    reason.getValue(),
                                    kind.getKey().plural(),
                                    reason.getKey().words())))
        .collect(Collectors.joining("; "));
  }
}
