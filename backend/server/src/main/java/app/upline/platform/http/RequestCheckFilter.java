package app.upline.platform.http;

import app.upline.platform.contract.ParameterCheck;
import app.upline.platform.contract.RequestForm;
import app.upline.platform.contract.RequestForms;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.platform.validation.Fault;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the address, the query and the headers of every request to the contract before anything is
 * done or sent, innermost: a caller who may not call an operation learns nothing of what it takes.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(RequestCheckFilter.ORDER)
final class RequestCheckFilter {
  static final int ORDER = Ordered.LOWEST_PRECEDENCE - 100;

  private static final String PLAIN = "identity";

  private final RequestForms forms;

  RequestCheckFilter(RequestForms forms) {
    this.forms = forms;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    request
        .getAttribute(NegotiatingRouter.REFUSAL, ProblemException.class)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    String coding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.isBlank() && !coding.equalsIgnoreCase(PLAIN)) {
      // Those that are understood have been undone, and their header taken away.
      throw ProblemException.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body plain, or packed with gzip.")
          .header(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
    }
    RoutedOperation.of(request, forms)
        .ifPresent(
            operation -> {
              if (ParameterCheck.namesNothing(operation.form(), operation.variables())) {
                // An id that cannot be one names nothing that exists.
                throw ProblemException.notFound("address");
              }
              List<Fault> faults = faults(operation.form(), request);
              if (!faults.isEmpty()) {
                throw ProblemException.malformed(faults);
              }
            });
  }

  private static List<Fault> faults(RequestForm form, HttpRequest<?> request) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    request.getParameters().forEach(entry -> query.put(entry.getKey(), entry.getValue()));
    List<Fault> faults = new ArrayList<>(ParameterCheck.ofQuery(form, query));
    faults.addAll(ParameterCheck.ofHeaders(form, request.getHeaders()::getAll));
    return faults;
  }
}
