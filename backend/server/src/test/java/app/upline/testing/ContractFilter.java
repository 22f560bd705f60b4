package app.upline.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.restassured.RestAssuredRequest;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.MultiPartSpecification;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds every request and every answer of a test to the contract: operation, parameters, media
 * types, bodies, status and headers, none of them undeclared.
 *
 * <p>A test that sends something wrong on purpose gets an answer that refuses it; then only the
 * answer is held to the contract.
 */
public final class ContractFilter implements Filter {
  /** Statuses that say the request was wrong, so that it need not follow the contract. */
  private static final Set<Integer> REFUSALS =
      Set.of(400, 401, 403, 404, 405, 406, 412, 413, 414, 415, 422, 428, 429);

  /** What HTTP itself, and not an operation, has to say. */
  private static final Set<String> STANDARD_HEADERS =
      Set.of(
          "content-type",
          "content-encoding",
          // The server puts these on every file; Cache-Control says no-store and wins.
          "expires",
          "last-modified",
          "content-length",
          "transfer-encoding",
          "connection",
          "date",
          "cache-control",
          "vary",
          "allow",
          // On every answer, as the manual says once for all.
          "ratelimit",
          "ratelimit-policy",
          "x-content-type-options",
          "content-security-policy",
          "referrer-policy",
          "cross-origin-resource-policy",
          "strict-transport-security");

  /** What refuses an address or a method that the contract does not have. */
  private static final Set<Integer> NO_SUCH_OPERATION = Set.of(401, 404, 405);

  private final OpenApiInteractionValidator validator;
  private final ApiOperationResolver operations;

  private static final class OfContract {
    static final ContractFilter FILTER = new ContractFilter(Path.of("../../openapi.yaml"));
  }

  /**
   * Of the contract of this repository: one for all tests, since it takes seconds to make and holds
   * tens of megabytes.
   */
  public static ContractFilter ofContract() {
    return OfContract.FILTER;
  }

  ContractFilter(Path contract) {
    var levels =
        LevelResolver.create()
            .withDefaultLevel(Level.ERROR)
            .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
            .build();
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(StrictContract.read(contract))
            .withLevelResolver(levels)
            .build();
    var options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    this.operations =
        new ApiOperationResolver(
            new OpenAPIV3Parser().read(contract.toString(), null, options), "", false);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification spec,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(spec, expected);
    Request request = RestAssuredRequest.of(spec);
    List<String> findings = findings(spec, request, response);
    if (!findings.isEmpty()) {
      throw new AssertionError(
          "%s %s answered %d, against the contract:%n- %s"
              .formatted(
                  spec.getMethod(),
                  request.getPath(),
                  response.statusCode(),
                  String.join("%n- ".formatted(), findings)));
    }
    return response;
  }

  private List<String> findings(
      FilterableRequestSpecification spec, Request request, Response response) {
    ApiOperationMatch match = operations.findApiOperation(request.getPath(), request.getMethod());
    if (!match.isPathFound() || !match.isOperationAllowed()) {
      return findingsWithoutOperation(response);
    }
    Operation operation = match.getApiOperation().getOperation();
    var findings = new ArrayList<String>();
    if (!REFUSALS.contains(response.statusCode())) {
      findings.addAll(requestFindings(spec, request, operation));
    }
    findings.addAll(
        words(
            validator.validateResponse(
                request.getPath(), request.getMethod(), copyOf(response, response.statusCode()))));
    findings.addAll(undeclaredHeaders(operation, response));
    findings.addAll(unsaidDependencies(operation, response));
    return findings;
  }

  /** Every problem has the same shape, so that of any operation will do. */
  private List<String> findingsWithoutOperation(Response response) {
    if (!NO_SUCH_OPERATION.contains(response.statusCode())) {
      return List.of("the contract has no such operation");
    }
    return words(
        validator.validateResponse("/v1/carriers/any", Request.Method.GET, copyOf(response, 404)));
  }

  private List<String> requestFindings(
      FilterableRequestSpecification spec, Request request, Operation operation) {
    var findings = new ArrayList<String>();
    boolean anonymous =
        operation.getSecurity() != null
            && (operation.getSecurity().isEmpty()
                || operation.getSecurity().stream().anyMatch(Map::isEmpty));
    if (!anonymous && !spec.getHeaders().hasHeaderWithName("Authorization")) {
      findings.add("served without an access token");
    }
    List<Message> messages = validator.validateRequest(request).getMessages();
    if (spec.getMultiPartParams().isEmpty()) {
      findings.addAll(words(messages));
      return findings;
    }
    // The validator does not see the parts of a form and takes the body for missing.
    findings.addAll(
        words(
            messages.stream()
                .filter(message -> !message.getKey().equals("validation.request.body.missing"))
                .toList()));
    findings.addAll(partFindings(spec.getMultiPartParams(), operation));
    return findings;
  }

  private static List<String> partFindings(
      List<MultiPartSpecification> parts, Operation operation) {
    var form =
        operation.getRequestBody() == null
            ? null
            : operation.getRequestBody().getContent().get("multipart/form-data");
    if (form == null) {
      return List.of("the operation reads no multipart/form-data");
    }
    Set<String> sent =
        parts.stream()
            .map(MultiPartSpecification::getControlName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> declared = form.getSchema().getProperties().keySet();
    List<String> required = form.getSchema().getRequired();
    var findings = new ArrayList<String>();
    sent.stream()
        .filter(part -> !declared.contains(part))
        .forEach(part -> findings.add("undeclared part " + part));
    required.stream()
        .filter(part -> !sent.contains(part))
        .forEach(part -> findings.add("missing part " + part));
    return findings;
  }

  private static List<String> undeclaredHeaders(Operation operation, Response response) {
    var answer = operation.getResponses().get(String.valueOf(response.statusCode()));
    if (answer == null) {
      return List.of(); // the status is a finding already
    }
    Set<String> declared = answer.getHeaders() == null ? Set.of() : answer.getHeaders().keySet();
    Set<String> known = declared.stream().map(ContractFilter::lower).collect(Collectors.toSet());
    known.addAll(STANDARD_HEADERS);
    return response.headers().asList().stream()
        .map(Header::getName)
        .filter(name -> !known.contains(lower(name)))
        .distinct()
        .map(name -> "undeclared response header " + name)
        .toList();
  }

  /**
   * What an answer depends on besides the address, and does not say: every one may be packed, and
   * some are of the type that was asked for.
   */
  private static List<String> unsaidDependencies(Operation operation, Response response) {
    String said = String.join(",", response.headers().getValues("Vary"));
    Set<String> names =
        Arrays.stream(said.split(","))
            .map(String::strip)
            .map(ContractFilter::lower)
            .collect(Collectors.toSet());
    Set<String> wanted = new TreeSet<>(Set.of("accept-encoding"));
    var answer = operation.getResponses().get(String.valueOf(response.statusCode()));
    if (answer != null && answer.getContent() != null && answer.getContent().size() > 1) {
      wanted.add("accept");
    }
    wanted.removeAll(names);
    return wanted.stream().map(name -> "Vary does not say " + name).toList();
  }

  /**
   * A copy made of bytes: reading the answer as text would spoil a workbook for the test that goes
   * on to read it.
   */
  private static SimpleResponse copyOf(Response response, int status) {
    var copy = new SimpleResponse.Builder(status);
    for (Header header : response.headers()) {
      copy.withHeader(header.getName(), header.getValue());
    }
    byte[] body = response.asByteArray();
    if (body != null && body.length > 0) {
      copy.withBody(body);
    }
    return copy.build();
  }

  private static List<String> words(ValidationReport report) {
    return words(report.getMessages());
  }

  private static List<String> words(List<Message> messages) {
    return messages.stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .map(message -> message.getMessage() + " (" + message.getKey() + ")")
        .toList();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
