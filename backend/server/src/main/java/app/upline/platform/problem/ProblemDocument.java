package app.upline.platform.problem;

import app.upline.platform.validation.Fault;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Problem details (RFC 9457) as the contract has them; what is absent is left out. */
@Serdeable.Serializable
record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Nullable List<Fault> errors,
    @Nullable List<String> possibleActions) {

  static ProblemDocument of(ProblemException problem, UUID requestId) {
    CatalogEntry type = problem.type();
    return new ProblemDocument(
        type.uri(),
        type.title(),
        type.status(),
        problem.detail(),
        "urn:uuid:" + requestId,
        nullIfEmpty(problem.faults()),
        nullIfEmpty(problem.possibleActions()));
  }

  private static <T> @Nullable List<T> nullIfEmpty(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
