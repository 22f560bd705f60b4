package app.upline.platform.problem;

import app.upline.platform.outcome.ConflictKind;

/**
 * What the problem catalog of the contract says of any request. What it says of a feature alone is
 * named there, as a {@link CatalogEntry} of its own, or as a {@link ConflictKind}.
 */
public enum ProblemType implements CatalogEntry {
  MALFORMED_REQUEST("malformed-request", 400, "The request could not be understood"),
  UNAUTHENTICATED("unauthenticated", 401, "Sign in first"),
  FORBIDDEN("forbidden", 403, "You are not allowed to do this"),
  NOT_FOUND("not-found", 404, "Not found"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not offered here"),
  NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types is offered"),
  WRONG_STATE("wrong-state", 409, "Not possible in this state"),
  DRAFT_EXISTS("draft-exists", 409, "There is a draft already"),
  IDEMPOTENCY_IN_FLIGHT(
      "idempotency-in-flight", 409, "The first request with this key is still under way"),
  PRECONDITION_FAILED("precondition-failed", 412, "It was changed in the meantime"),
  BODY_TOO_LARGE("body-too-large", 413, "The request body is too large"),
  WORKBOOK_TOO_LARGE("workbook-too-large", 413, "The workbook is too large"),
  URI_TOO_LONG("uri-too-long", 414, "The address of the request is too long"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported content type"),
  VALIDATION_FAILED("validation-failed", 422, "Some fields break a rule"),
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "This key was used with another request"),
  NOT_A_WORKBOOK("not-a-workbook", 422, "This is not an XLSX or CSV file"),
  WORKBOOK_ENCRYPTED("workbook-encrypted", 422, "The workbook is encrypted"),
  WORKBOOK_MACRO_ENABLED("workbook-macro-enabled", 422, "The workbook contains macros"),
  WORKBOOK_LINKS_ELSEWHERE(
      "workbook-links-elsewhere", 422, "The workbook links to other workbooks"),
  WORKBOOK_INFLATES_TOO_FAR(
      "workbook-inflates-too-far", 422, "The workbook unpacks to far more than its size"),
  WORKBOOK_TOO_MANY_ROWS("workbook-too-many-rows", 422, "The workbook has too many rows"),
  WORKBOOK_NOT_UTF8("workbook-not-utf8", 422, "The CSV file is not UTF-8"),
  WORKBOOK_NO_HEADER("workbook-no-header", 422, "No header row was found"),
  PRECONDITION_REQUIRED("precondition-required", 428, "If-Match is required"),
  TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
  TOO_MUCH_AT_ONCE("too-much-at-once", 429, "Too much at once"),
  HEADERS_TOO_LARGE("headers-too-large", 431, "The headers of the request are too large"),
  INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
  RECORD_ALTERED("record-altered", 500, "What is stored is not what was recorded"),
  UNAVAILABLE("unavailable", 503, "The service is not available just now");

  private final String slug;
  private final int status;
  private final String title;

  ProblemType(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
