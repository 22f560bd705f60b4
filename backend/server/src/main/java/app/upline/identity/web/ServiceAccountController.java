package app.upline.identity.web;

import app.upline.api.ServiceAccountsApi;
import app.upline.api.model.MachineTokenDto;
import app.upline.api.model.PublicKeyDraftDto;
import app.upline.api.model.ServiceAccountCredentialDraftDto;
import app.upline.api.model.ServiceAccountDraftDto;
import app.upline.api.model.ServiceAccountDto;
import app.upline.api.model.ServiceAccountPageDto;
import app.upline.api.model.ServiceAccountScopesDto;
import app.upline.api.model.ServiceAccountSecretDto;
import app.upline.api.model.ServiceAccountStatusDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.serviceaccount.NewServiceAccountSecret;
import app.upline.identity.serviceaccount.ServiceAccount;
import app.upline.identity.serviceaccount.ServiceAccountDraft;
import app.upline.identity.serviceaccount.ServiceAccounts;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The machines of the callers organization, for its administrators, and their tokens. */
@Controller
class ServiceAccountController implements ServiceAccountsApi {
  private static final int NAME_LENGTH = 200;

  private final ServiceAccounts accounts;
  private final TokenEndpoint tokens;
  private final CurrentUserProvider callers;
  private final Clock clock;

  ServiceAccountController(
      ServiceAccounts accounts, TokenEndpoint tokens, CurrentUserProvider callers, Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  public ServiceAccountPageDto listServiceAccounts(
      @Nullable ServiceAccountStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    Direction order = Orders.of(Direction.ASCENDING, direction);
    Cursors cursors = Cursors.of("service-accounts", status, order);
    Page<ServiceAccount> page =
        accounts.list(
            callers.current(),
            IdentityCodes.SERVICE_ACCOUNT_STATUSES.toDomainOrNull(status),
            order,
            cursors.request(cursor, limit, false));
    return new ServiceAccountPageDto()
        .items(page.items().stream().map(this::model).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<ServiceAccountDto> createServiceAccount(
      ServiceAccountDraftDto draft, @Nullable String idempotencyKey) {
    List<Fault> faults = new ArrayList<>();
    String name = Credentials.text("/name", draft.getName(), NAME_LENGTH, faults);
    if (draft.getRole() == null) {
      faults.add(new Fault("/role", "REQUIRED", "This is required."));
    }
    Credentials.refuse(faults);
    ServiceAccount account =
        saved(
            accounts.create(
                callers.current(),
                new ServiceAccountDraft(
                    Words.tidy(name),
                    IdentityCodes.ROLES.toDomain(draft.getRole()),
                    scopes(draft.getScopes()),
                    instant(draft.getExpiresAt()))));
    return HttpResponse.created(model(account))
        .header(HttpHeaders.ETAG, ETags.of(account.version()))
        .header(HttpHeaders.LOCATION, "/v1/service-accounts/" + account.id());
  }

  @Override
  public HttpResponse<ServiceAccountDto> getServiceAccount(
      UUID serviceAccountId, @Nullable String ifNoneMatch) {
    return answer(
        accounts
            .find(callers.current(), serviceAccountId)
            .orElseThrow(() -> ProblemException.notFound("service account")));
  }

  @Override
  public HttpResponse<ServiceAccountDto> replaceServiceAccountScopes(
      UUID serviceAccountId, @Nullable String ifMatch, ServiceAccountScopesDto body) {
    return answer(
        saved(
            accounts.replaceScopes(
                callers.current(),
                serviceAccountId,
                ETags.expected(ifMatch),
                scopes(body.getScopes()))));
  }

  @Override
  @Idempotent
  public HttpResponse<ServiceAccountDto> revokeServiceAccount(
      UUID serviceAccountId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(
        saved(accounts.revoke(callers.current(), serviceAccountId, ETags.expected(ifMatch))));
  }

  @Override
  public HttpResponse<ServiceAccountSecretDto> createServiceAccountSecret(
      UUID serviceAccountId, @Nullable String ifMatch, ServiceAccountCredentialDraftDto draft) {
    NewServiceAccountSecret made =
        accounts
            .addSecret(
                callers.current(),
                serviceAccountId,
                ETags.expected(ifMatch),
                instant(draft.getExpiresAt()))
            .orElseThrow(ProblemException::of);
    return HttpResponse.created(
            new ServiceAccountSecretDto()
                .id(made.credentialId())
                .clientId(made.account().id())
                .clientSecret(made.secret())
                .expiresAt(made.expiresAt().atOffset(ZoneOffset.UTC)))
        .header(HttpHeaders.ETAG, ETags.of(made.account().version()));
  }

  @Override
  @Idempotent
  public HttpResponse<ServiceAccountDto> addServiceAccountKey(
      UUID serviceAccountId,
      @Nullable String ifMatch,
      PublicKeyDraftDto draft,
      @Nullable String idempotencyKey) {
    List<Fault> faults = new ArrayList<>();
    String x = Credentials.text("/x", draft.getX(), NAME_LENGTH, faults);
    String y = Credentials.text("/y", draft.getY(), NAME_LENGTH, faults);
    Credentials.refuse(faults);
    ServiceAccount account =
        saved(
            accounts.addKey(
                callers.current(),
                serviceAccountId,
                ETags.expected(ifMatch),
                x,
                y,
                instant(draft.getExpiresAt())));
    return HttpResponse.created(model(account))
        .header(HttpHeaders.ETAG, ETags.of(account.version()));
  }

  @Override
  @Idempotent
  public HttpResponse<ServiceAccountDto> revokeServiceAccountCredential(
      UUID serviceAccountId,
      UUID credentialId,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        saved(
            accounts.revokeCredential(
                callers.current(), serviceAccountId, credentialId, ETags.expected(ifMatch))));
  }

  /**
   * Open to clients without an access token. The contract has two kinds of answers; the generated
   * method knows the good one only.
   */
  @Override
  @Secured(SecurityRule.IS_ANONYMOUS)
  @SuppressWarnings("unchecked")
  public HttpResponse<MachineTokenDto> issueMachineToken(
      @Part("grant_type") @Nullable String grantType,
      @Part("scope") @Nullable String scope,
      @Part("client_assertion_type") @Nullable String clientAssertionType,
      @Part("client_assertion") @Nullable String clientAssertion) {
    return (HttpResponse<MachineTokenDto>)
        tokens.answer(scope, clientAssertionType, clientAssertion);
  }

  private static ServiceAccount saved(Outcome<ServiceAccount> outcome) {
    return outcome.orElseThrow(ProblemException::of);
  }

  private MutableHttpResponse<ServiceAccountDto> answer(ServiceAccount account) {
    return HttpResponse.ok(model(account)).header(HttpHeaders.ETAG, ETags.of(account.version()));
  }

  private ServiceAccountDto model(ServiceAccount account) {
    return ServiceAccountModels.of(account, clock.instant());
  }

  private static List<String> scopes(@Nullable List<String> scopes) {
    return scopes == null ? List.of() : scopes.stream().map(String::strip).distinct().toList();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
