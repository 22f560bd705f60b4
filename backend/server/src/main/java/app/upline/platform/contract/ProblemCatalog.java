package app.upline.platform.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
   * @param description what it means and what to do
   */
  public record Problem(String name, int status, String title, String description) {}

  /** Of the contract that this service serves. */
  public static ProblemCatalog ofContract() {
    return of(new ContractDocument().root());
  }

  static ProblemCatalog of(Map<?, ?> contract) {
    List<?> entries = (List<?>) contract.get("x-problem-catalog");
    return new ProblemCatalog(entries.stream().map(entry -> problem((Map<?, ?>) entry)).toList());
  }

  private static Problem problem(Map<?, ?> entry) {
    return new Problem(
        entry.get("type").toString().substring(PREFIX.length()),
        (Integer) entry.get("status"),
        entry.get("title").toString(),
        entry.get("description").toString().strip());
  }

  /** As a table that people and tools can read. */
  public String markdown() {
    return problems.stream()
        .map(
            problem ->
                "| `%s` | %d | %s | %s |\n"
                    .formatted(
                        problem.name(), problem.status(), problem.title(), problem.description()))
        .collect(
            Collectors.joining(
                "",
                "| Type | Status | Title | What it means and what to do |\n|---|---|---|---|\n",
                ""));
  }
}
