package app.upline.identity.singlesignon;

import app.upline.audit.AuditTrail;
import app.upline.identity.AuditedCallers;
import app.upline.identity.LinkSettings;
import app.upline.identity.OrganizationKind;
import app.upline.identity.People;
import app.upline.identity.Secret;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.session.SessionLedger;
import app.upline.identity.singlesignon.IdentityProvider.Connection;
import app.upline.identity.singlesignon.SingleSignOnResult.Beginning;
import app.upline.identity.singlesignon.SingleSignOnResult.Completion;
import app.upline.platform.http.ClientSource;
import app.upline.platform.oidc.ProviderClaims;
import app.upline.platform.oidc.ProviderClient;
import app.upline.platform.oidc.ProviderFailure;
import app.upline.platform.oidc.ProviderSignIn;
import app.upline.platform.oidc.RelyingParty;
import app.upline.platform.persistence.ConstraintFailure;
import app.upline.platform.persistence.Database;
import app.upline.platform.throttle.LimitedAttempt;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in at the organizations own identity provider. */
@Singleton
public class SingleSignOn {
  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final IdentityProviders providers;
  private final RelyingParty relyingParty;
  private final FederatedPeople federated;
  private final People people;
  private final SingleSignOnRows rows;
  private final SessionLedger ledger;
  private final SignInLimits limits;
  private final AuditTrail audit;
  private final Database database;
  private final URI redirectUri;
  private final Clock clock;

  SingleSignOn(
      IdentityProviders providers,
      RelyingParty relyingParty,
      FederatedPeople federated,
      People people,
      SingleSignOnRows rows,
      SessionLedger ledger,
      SignInLimits limits,
      AuditTrail audit,
      Database database,
      SingleSignOnSettings settings,
      LinkSettings links,
      Clock clock) {
    this.providers = providers;
    this.relyingParty = relyingParty;
    this.federated = federated;
    this.people = people;
    this.rows = rows;
    this.ledger = ledger;
    this.limits = limits;
    this.audit = audit;
    this.database = database;
    this.redirectUri = settings.redirectUri(links);
    this.clock = clock;
  }

  /** Where providers send people back to: to be registered there. */
  public URI redirectUri() {
    return redirectUri;
  }

  /** Begins. The caller names no person, so the answer cannot tell who has an account. */
  public Beginning begin(UUID organization, ClientSource source) {
    Optional<TooMany> met = limits.take(limits.singleSignOn(source));
    if (met.isPresent()) {
      return new SingleSignOnResult.Throttled(met.get());
    }
    Connection provider = providers.of(organization).connection();
    if (provider == null) {
      return new SingleSignOnResult.NotOffered();
    }
    audit.by(AuditedCallers.somebodyOf(organization));
    try {
      return begun(organization, provider);
    } catch (ProviderFailure failure) {
      return down(organization, failure);
    }
  }

  private Beginning begun(UUID organization, Connection provider) throws ProviderFailure {
    Secret state = Secret.random();
    Secret browser = Secret.random();
    URI authorization =
        relyingParty.authorization(
            providers.client(organization, provider),
            new ProviderSignIn(state.value(), browser.value()),
            redirectUri);
    rows.save(
        new SingleSignOnRow(
            state.sha256(),
            browser.sha256(),
            organization,
            provider.issuer(),
            provider.client(),
            clock.instant().plus(LIFE)));
    return new SingleSignOnResult.Begun(authorization, state.value(), browser.value(), LIFE);
  }

  /**
   * Finishes what this browser began.
   *
   * @param issuer who answered, where the answer says so
   */
  public Completion complete(
      ProviderSignIn attempt, String code, @Nullable String issuer, ClientSource source) {
    List<LimitedAttempt> attempts = limits.singleSignOn(source);
    Optional<TooMany> met = limits.take(attempts);
    if (met.isPresent()) {
      return new SingleSignOnResult.Throttled(met.get());
    }
    Completion completion = finish(attempt, code, issuer, source);
    if (completion instanceof SingleSignOnResult.SignedIn) {
      limits.succeeded(attempts);
    }
    return completion;
  }

  private Completion finish(
      ProviderSignIn attempt, String code, @Nullable String issuer, ClientSource source) {
    String state = new Secret(attempt.state()).sha256();
    Optional<SingleSignOnRow> begun =
        rows.find(state, new Secret(attempt.browserSecret()).sha256(), clock.instant());
    if (begun.isEmpty() || rows.use(state) == 0) {
      return new SingleSignOnResult.NotBelieved();
    }
    UUID organization = begun.get().organizationId();
    audit.by(AuditedCallers.somebodyOf(organization));
    Connection provider = providers.of(organization).connection();
    if (provider == null || !begun.get().isAt(provider)) {
      return notBelieved("The provider was changed meanwhile.");
    }
    try {
      return exchange(attempt, code, issuer, organization, provider, source);
    } catch (ProviderFailure failure) {
      return down(organization, failure);
    }
  }

  private Completion exchange(
      ProviderSignIn attempt,
      String code,
      @Nullable String issuer,
      UUID organization,
      Connection provider,
      ClientSource source)
      throws ProviderFailure {
    ProviderClient client = providers.client(organization, provider);
    if (!relyingParty.isFrom(client, issuer)) {
      return notBelieved("The answer does not come from the provider.");
    }
    Optional<ProviderClaims> claims =
        relyingParty.exchange(client, attempt, redirectUri, code, provider.rolesClaim());
    return claims.isPresent()
        ? admit(organization, provider, claims.get(), source)
        : notBelieved("The code is not good, or what came for it is not to be believed.");
  }

  private Completion admit(
      UUID id, Connection provider, ProviderClaims claims, ClientSource source) {
    OrganizationKind kind =
        people.isAgency(id) ? OrganizationKind.AGENCY : OrganizationKind.CARRIER;
    try {
      return database.writing(
          () ->
              switch (federated.admit(
                  new FederatedPeople.Organization(kind, id), provider, claims)) {
                case FederatedPeople.Finding.Nobody(var reason) -> notAdmitted(reason);
                // A provider's sign-in counts for both factors: what it asks is its organization's
                // choice.
                case FederatedPeople.Finding.Found(var person) ->
                    new SingleSignOnResult.SignedIn(ledger.begin(person, source, true));
              });
    } catch (RuntimeException failure) {
      // Two came in the same moment, or the provider has another person with this address.
      if (ConstraintFailure.in(failure).orElse(null) instanceof ConstraintFailure.Duplicate) {
        return notAdmitted(FederatedPeople.Reason.ADDRESS_NOT_USABLE);
      }
      throw failure;
    }
  }

  private Completion notBelieved(String why) {
    audit.because(why);
    return new SingleSignOnResult.NotBelieved();
  }

  private Completion notAdmitted(FederatedPeople.Reason reason) {
    audit.because(reason.words());
    return new SingleSignOnResult.NotAdmitted();
  }

  private SingleSignOnResult.ProviderDown down(UUID organization, ProviderFailure failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    LOG.warn(
        "The identity provider of organization {} fails: {} ({})",
        organization,
        failure.getMessage(),
        cause.getClass().getSimpleName());
    audit.because(failure.getMessage() + ".");
    return new SingleSignOnResult.ProviderDown();
  }
}
