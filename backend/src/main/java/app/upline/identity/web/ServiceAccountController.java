package app.upline.identity.web;

import app.upline.api.ServiceAccountsApi;
import app.upline.api.model.CredentialDraft;
import app.upline.api.model.MachineToken;
import app.upline.api.model.PublicKeyDraft;
import app.upline.api.model.ServiceAccount;
import app.upline.api.model.ServiceAccountDraft;
import app.upline.api.model.ServiceAccountPage;
import app.upline.api.model.ServiceAccountScopes;
import app.upline.api.model.ServiceAccountSecret;
import app.upline.identity.Callers;
import app.upline.identity.Role;
import app.upline.identity.ServiceAccountOutcome;
import app.upline.identity.ServiceAccounts;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
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
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The machines of the caller's organisation, for its administrators, and their tokens. */
@Controller
class ServiceAccountController implements ServiceAccountsApi {
  private static final int NAME_LENGTH = 200;

  private final ServiceAccounts accounts;
  private final TokenEndpoint tokens;
  private final Callers callers;
  private final Clock clock;

  ServiceAccountController(
      ServiceAccounts accounts, TokenEndpoint tokens, Callers callers, Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  public ServiceAccountPage listServiceAccounts(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("service-accounts");
    Page<app.upline.identity.ServiceAccount> page =
        accounts.list(callers.current(), cursors.request(cursor, limit, false));
    return new ServiceAccountPage()
        .items(page.items().stream().map(this::model).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<ServiceAccount> createServiceAccount(
      ServiceAccountDraft draft, @Nullable String idempotencyKey) {
    List<Fault> faults = new ArrayList<>();
    String name = Credentials.text("/name", draft.getName(), NAME_LENGTH, faults);
    if (draft.getRole() == null) {
      faults.add(new Fault("/role", "REQUIRED", "This is required."));
    }
    Credentials.refuse(faults);
    app.upline.identity.ServiceAccount account =
        saved(
            accounts.create(
                callers.current(),
                new app.upline.identity.ServiceAccountDraft(
                    Words.tidy(name),
                    Role.valueOf(draft.getRole().getValue()),
                    scopes(draft.getScopes()),
                    instant(draft.getExpiresAt()))));
    return HttpResponse.created(model(account))
        .header(HttpHeaders.ETAG, ETags.of(account.version()))
        .header(HttpHeaders.LOCATION, "/v1/service-accounts/" + account.id());
  }

  @Override
  public HttpResponse<ServiceAccount> getServiceAccount(
      UUID serviceAccountId, @Nullable String ifNoneMatch) {
    return answer(
        accounts
            .find(callers.current(), serviceAccountId)
            .orElseThrow(() -> ProblemException.notFound("service account")));
  }

  @Override
  public HttpResponse<ServiceAccount> replaceServiceAccountScopes(
      UUID serviceAccountId, ServiceAccountScopes body, @Nullable String ifMatch) {
    return answer(
        saved(
            accounts.replaceScopes(
                callers.current(), serviceAccountId, seen(ifMatch), scopes(body.getScopes()))));
  }

  @Override
  @Idempotent
  public HttpResponse<ServiceAccount> revokeServiceAccount(
      UUID serviceAccountId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(saved(accounts.revoke(callers.current(), serviceAccountId, seen(ifMatch))));
  }

  @Override
  public HttpResponse<ServiceAccountSecret> createServiceAccountSecret(
      UUID serviceAccountId, CredentialDraft draft, @Nullable String ifMatch) {
    ServiceAccountOutcome outcome =
        accounts.addSecret(
            callers.current(), serviceAccountId, seen(ifMatch), instant(draft.getExpiresAt()));
    if (outcome
        instanceof
        ServiceAccountOutcome.SecretMade(var account, var id, var secret, var expiresAt)) {
      return HttpResponse.created(
              new ServiceAccountSecret()
                  .id(id)
                  .clientId(account.id())
                  .clientSecret(secret)
                  .expiresAt(expiresAt.atOffset(ZoneOffset.UTC)))
          .header(HttpHeaders.ETAG, ETags.of(account.version()));
    }
    throw refusal(outcome);
  }

  @Override
  @Idempotent
  public HttpResponse<ServiceAccount> addServiceAccountKey(
      UUID serviceAccountId,
      PublicKeyDraft draft,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    List<Fault> faults = new ArrayList<>();
    String x = Credentials.text("/x", draft.getX(), NAME_LENGTH, faults);
    String y = Credentials.text("/y", draft.getY(), NAME_LENGTH, faults);
    Credentials.refuse(faults);
    app.upline.identity.ServiceAccount account =
        saved(
            accounts.addKey(
                callers.current(),
                serviceAccountId,
                seen(ifMatch),
                x,
                y,
                instant(draft.getExpiresAt())));
    return HttpResponse.created(model(account))
        .header(HttpHeaders.ETAG, ETags.of(account.version()));
  }

  @Override
  @Idempotent
  public HttpResponse<ServiceAccount> revokeServiceAccountCredential(
      UUID serviceAccountId,
      UUID credentialId,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        saved(
            accounts.revokeCredential(
                callers.current(), serviceAccountId, credentialId, seen(ifMatch))));
  }

  /** The contract has two kinds of answers; the generated method knows the good one only. */
  @Override
  @SuppressWarnings("unchecked")
  public HttpResponse<MachineToken> issueMachineToken(
      @Part("grant_type") @Nullable String grantType,
      @Part("scope") @Nullable String scope,
      @Part("client_assertion_type") @Nullable String clientAssertionType,
      @Part("client_assertion") @Nullable String clientAssertion) {
    return (HttpResponse<MachineToken>)
        tokens.answer(grantType, scope, clientAssertionType, clientAssertion);
  }

  private static IntConsumer seen(@Nullable String ifMatch) {
    return version -> ETags.requireMatch(ifMatch, ETags.of(version));
  }

  private static app.upline.identity.ServiceAccount saved(ServiceAccountOutcome outcome) {
    if (outcome instanceof ServiceAccountOutcome.Saved(var account)) {
      return account;
    }
    throw refusal(outcome);
  }

  private static ProblemException refusal(ServiceAccountOutcome outcome) {
    return switch (outcome) {
      case ServiceAccountOutcome.NotFound(var what) -> ProblemException.notFound(what);
      case ServiceAccountOutcome.Refused(var faults) -> ProblemException.invalid(faults);
      case ServiceAccountOutcome.WrongState(var why) -> ProblemException.wrongState(why, List.of());
      case ServiceAccountOutcome.Saved saved -> throw new IllegalArgumentException("no refusal");
      case ServiceAccountOutcome.SecretMade made ->
          throw new IllegalArgumentException("no refusal");
    };
  }

  private MutableHttpResponse<ServiceAccount> answer(app.upline.identity.ServiceAccount account) {
    return HttpResponse.ok(model(account)).header(HttpHeaders.ETAG, ETags.of(account.version()));
  }

  private ServiceAccount model(app.upline.identity.ServiceAccount account) {
    return ServiceAccountModels.of(account, clock.instant());
  }

  private static List<String> scopes(@Nullable List<String> scopes) {
    return scopes == null ? List.of() : scopes.stream().map(String::strip).distinct().toList();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
