package app.upline.oversight;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What agencies say to findings, oldest first; of those that the caller may see. */
@Singleton
final class FindingAnswers {

  private final Database database;

  FindingAnswers(Database database) {
    this.database = database;
  }

  /** These findings with their answers. Called inside a transaction. */
  List<Finding> to(List<Finding> findings) {
    if (findings.isEmpty()) {
      return findings;
    }
    Sql sql =
        Sql.of("select * from finding_answer where 1 = 1")
            .addIn("and finding_id in", findings.stream().map(Finding::id).toList())
            .add("order by finding_id, id");
    Map<UUID, List<Finding.Answer>> given =
        database.query(sql, FindingAnswerRow.class).stream()
            .collect(
                Collectors.groupingBy(
                    FindingAnswerRow::findingId,
                    Collectors.mapping(FindingAnswerRow::answer, Collectors.toList())));
    return findings.stream()
        .map(finding -> finding.withAnswers(given.getOrDefault(finding.id(), List.of())))
        .toList();
  }

  Finding to(Finding finding) {
    return to(List.of(finding)).getFirst();
  }
}
