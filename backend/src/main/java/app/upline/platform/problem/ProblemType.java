package app.upline.platform.problem;

/** The problem catalogue of the contract: every error answer has one of these types. */
public enum ProblemType {
  MALFORMED_REQUEST("malformed-request", 400, "The request could not be understood"),
  UNAUTHENTICATED("unauthenticated", 401, "Sign in first"),
  SIGN_IN_FAILED("sign-in-failed", 401, "E-mail or password is wrong"),
  SESSION_ENDED("session-ended", 401, "The session is over"),
  SINGLE_SIGN_ON_FAILED("single-sign-on-failed", 401, "The sign-in elsewhere is not accepted"),
  FORBIDDEN("forbidden", 403, "Your role does not allow this"),
  SECOND_FACTOR_REQUIRED("second-factor-required", 403, "Use a second factor first"),
  CONFIRMATION_REQUIRED("confirmation-required", 403, "Show again who you are"),
  NOT_ADMITTED("not-admitted", 403, "You cannot sign in here"),
  NOT_FOUND("not-found", 404, "Not found"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not offered here"),
  NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types is offered"),
  WRONG_STATE("wrong-state", 409, "Not possible in this state"),
  DRAFT_EXISTS("draft-exists", 409, "There is a draft already"),
  NOTHING_TO_DISCLOSE("nothing-to-disclose", 409, "There is nothing to disclose"),
  NOT_NIL("not-nil", 409, "The month was not without incidents"),
  NIL_DECLARED("nil-declared", 409, "The month has been declared already"),
  ATTESTATION_OUTDATED("attestation-outdated", 409, "The attestation wording has changed"),
  IDEMPOTENCY_IN_FLIGHT(
      "idempotency-in-flight", 409, "The first request with this key is still under way"),
  PRECONDITION_FAILED("precondition-failed", 412, "Somebody changed it in the meantime"),
  BODY_TOO_LARGE("body-too-large", 413, "The request body is too large"),
  WORKBOOK_TOO_LARGE("workbook-too-large", 413, "The workbook is too large"),
  URI_TOO_LONG("uri-too-long", 414, "The address of the request is too long"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not read here"),
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
  MAPPING_INVALID("mapping-invalid", 422, "The mapping does not fit the sheet"),
  PRECONDITION_REQUIRED("precondition-required", 428, "Say which version you saw"),
  TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
  TOO_MUCH_AT_ONCE("too-much-at-once", 429, "Too much at once"),
  HEADERS_TOO_LARGE("headers-too-large", 431, "The headers of the request are too large"),
  INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
  RECORD_ALTERED("record-altered", 500, "What is stored is not what was recorded"),
  IDENTITY_PROVIDER_FAILED(
      "identity-provider-failed", 502, "The identity provider does not answer as it should"),
  UNAVAILABLE("unavailable", 503, "The service is not available just now");

  private static final String NAMESPACE = "urn:upline:problem:";

  private final String slug;
  private final int status;
  private final String title;

  ProblemType(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  /** The name in the catalogue. */
  public String slug() {
    return slug;
  }

  /** The HTTP status that goes with it, always the same. */
  public int status() {
    return status;
  }

  /** The same words for every problem of this type. */
  public String title() {
    return title;
  }

  /** The value of the member {@code type}. */
  public String uri() {
    return NAMESPACE + slug;
  }
}
