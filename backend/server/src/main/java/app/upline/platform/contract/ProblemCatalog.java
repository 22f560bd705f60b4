package app.upline.platform.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every problem that an answer may be, as the contract lists them ({@code x-problem-catalog}).
 *
 * @param problems in the order of the contract
 */
public record ProblemCatalog(List<Problem> problems) {
  private static final String PREFIX = "urn:upline:problem:";

  /**
   * One of them.
   *
   * @param name the last part of its type
   * @param status the HTTP status that it is answered with
   * @param description what it means
   * @param remedy what to do
   * @param example as an operation shows it; empty where only answers before any operation are
   */
  public record Problem(
      String name,
      int status,
      String title,
      String description,
      String remedy,
      Optional<Map<?, ?>> example) {
    public String type() {
      return PREFIX + name;
    }
  }

  /** Of the contract that this service serves. */
  public static ProblemCatalog ofContract() {
    return of(new ContractDocument().root());
  }

  static ProblemCatalog of(Map<?, ?> contract) {
    List<?> entries = (List<?>) contract.get("x-problem-catalog");
    Map<Object, Map<?, ?>> examples = new HashMap<>();
    collect(contract.get("paths"), examples);
    collect(contract.get("components"), examples);
    return new ProblemCatalog(
        entries.stream().map(entry -> problem((Map<?, ?>) entry, examples)).toList());
  }

  private static Problem problem(Map<?, ?> entry, Map<Object, Map<?, ?>> examples) {
    return new Problem(
        entry.get("type").toString().substring(PREFIX.length()),
        (Integer) entry.get("status"),
        entry.get("title").toString(),
        entry.get("description").toString().strip(),
        entry.get("remedy").toString().strip(),
        Optional.ofNullable(examples.get(entry.get("type"))));
  }

  /** The first example of each type, wherever in the contract it stands. */
  private static void collect(@Nullable Object node, Map<Object, Map<?, ?>> examples) {
    if (node instanceof Map<?, ?> map) {
      if (map.get("type") instanceof String type
          && type.startsWith(PREFIX)
          && map.containsKey("status")) {
        examples.putIfAbsent(type, map);
      }
      map.values().forEach(child -> collect(child, examples));
    } else if (node instanceof List<?> list) {
      list.forEach(child -> collect(child, examples));
    }
  }

  /** As a table that people and tools can read. */
  public String markdown() {
    return problems.stream()
        .map(
            problem ->
                "| [`%s`](/docs/problems/%s) | %d | %s | %s |\n"
                    .formatted(
                        problem.name(),
                        problem.name(),
                        problem.status(),
                        problem.title(),
                        problem.description()))
        .collect(
            Collectors.joining(
                "", "| Type | Status | Title | What it means |\n|---|---|---|---|\n", ""));
  }
}
