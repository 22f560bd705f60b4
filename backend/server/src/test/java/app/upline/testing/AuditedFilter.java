package app.upline.testing;

import app.upline.testing.Contract.Operation;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks after every changing request of a test whether it left its event, whatever came of it. */
final class AuditedFilter implements Filter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Answers to what reaches no operation, such as another media type; and to a flood. */
  private static final Set<Integer> UNAUDITED = Set.of(406, 415, 429);

  private static final List<Change> CHANGES =
      Contract.get().operations().stream()
          .filter(operation -> !operation.method().equals("get"))
          .map(Change::of)
          .toList();

  private final Trail trail;
  private final TestUser person;

  AuditedFilter(Trail trail, TestUser person) {
    this.trail = trail;
    this.person = person;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Optional<Operation> operation =
        READING.contains(request.getMethod()) ? Optional.empty() : operation(request);
    if (operation.isEmpty()) {
      return context.next(request, expected);
    }
    long before = trail.lastNumber(person.organizationId());
    Response response = context.next(request, expected);
    if (!UNAUDITED.contains(response.statusCode())) {
      check(operation.get(), response, before);
    }
    return response;
  }

  private void check(Operation operation, Response response, long before) {
    List<String> outcomes = trail.outcomesAfter(before, person, operation.id());
    String wanted =
        response.statusCode() >= 500
            ? "FAILED"
            : response.statusCode() >= 400 ? "REFUSED" : "SUCCEEDED";
    // More than one is right only where others do the same in the same moment; RoleMatrixTest
    // counts.
    if (!outcomes.contains(wanted)) {
      throw new AssertionError(
          "%s answered %d and left the events %s in the audit trail"
              .formatted(operation.id(), response.statusCode(), outcomes));
    }
  }

  private record Change(Operation operation, Pattern path) {
    static Change of(Operation operation) {
      return new Change(
          operation, Pattern.compile(operation.path().replaceAll("\\{\\w+}", "[^/]+")));
    }
  }

  private static Optional<Operation> operation(FilterableRequestSpecification request) {
    String path = URI.create(request.getURI()).getPath();
    return CHANGES.stream()
        .filter(change -> change.operation().method().equalsIgnoreCase(request.getMethod()))
        .filter(change -> change.path().matcher(path).matches())
        .map(Change::operation)
        .findFirst();
  }
}
