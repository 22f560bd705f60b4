package app.upline.identity.serviceaccount;

import app.upline.audit.AuditTrail;
import app.upline.identity.AuditedCallers;
import app.upline.identity.Secret;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.token.AccessTokens;
import app.upline.identity.token.TokenSettings;
import app.upline.platform.http.ClientSource;
import app.upline.platform.persistence.JsonCodes;
import app.upline.platform.throttle.LimitedAttempt;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives machines tokens (RFC 6749, section 4.4) for a secret or a signed assertion. */
@Singleton
public class ServiceAccountTokens {
  private final ServiceAccountCredentials credentials;
  private final ClientAssertions assertions;
  private final AccessTokens tokens;
  private final TokenSettings settings;
  private final SignInLimits limits;
  private final AuditTrail audit;
  private final Clock clock;

  ServiceAccountTokens(
      ServiceAccountCredentials credentials,
      ClientAssertions assertions,
      AccessTokens tokens,
      TokenSettings settings,
      SignInLimits limits,
      AuditTrail audit,
      Clock clock) {
    this.credentials = credentials;
    this.assertions = assertions;
    this.tokens = tokens;
    this.settings = settings;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How an attempt to get a token ended. No {@code Outcome}: OAuth 2.0 has errors and answers of
   * its own (RFC 6749, section 5.2), which are no problems of the catalog.
   */
  public sealed interface Result {
    /** A token with these scopes. */
    record Issued(String accessToken, Duration life, Set<String> scopes) implements Result {
      /** Keeps the token out of logs. */
      @Override
      public String toString() {
        return "Issued";
      }
    }

    /** The client could not show who it is; it is not told why. */
    record InvalidClient() implements Result {}

    /** More was asked for than the account has. */
    record InvalidScope() implements Result {}

    /** There were too many attempts. */
    record Throttled(TooMany met) implements Result {}
  }

  /** For a secret. */
  public Result bySecret(String clientId, String secret, Set<String> wanted, ClientSource source) {
    return limited(
        clientId,
        wanted,
        source,
        account ->
            credentials
                .findLive(account, "SECRET", new Secret(secret).sha256(), clock.instant())
                .stream()
                .findFirst());
  }

  /** For an assertion that the machine has signed. */
  public Result byAssertion(String assertion, Set<String> wanted, ClientSource source) {
    return limited(
        ClientAssertions.claimedClient(assertion).orElse(""),
        wanted,
        source,
        account ->
            credentials.findLive(account, "PUBLIC_KEY", null, clock.instant()).stream()
                .filter(credential -> assertions.isSignedBy(credential, assertion))
                .findFirst()
                .filter(credential -> assertions.isShownFirst(account, assertion)));
  }

  /** Finds the credential that fits what was shown. */
  private interface Check {
    Optional<ServiceAccountCredentials.Credential> fitting(UUID accountId);
  }

  private Result limited(String clientId, Set<String> wanted, ClientSource source, Check check) {
    // An id can be written in many ways; guesses count under the one it is.
    Optional<UUID> account = id(clientId);
    List<LimitedAttempt> attempts =
        limits.machine(account.map(UUID::toString).orElse(clientId), source);
    Optional<TooMany> met = limits.take(attempts);
    if (met.isPresent()) {
      return new Result.Throttled(met.get());
    }
    Optional<ServiceAccountCredentials.Credential> fitting = account.flatMap(check::fitting);
    if (fitting.isEmpty()) {
      return new Result.InvalidClient();
    }
    limits.succeeded(attempts);
    return issue(fitting.get(), wanted);
  }

  private Result issue(ServiceAccountCredentials.Credential credential, Set<String> wanted) {
    Instant now = clock.instant();
    UUID account = credential.serviceAccountId();
    credentials
        .findCaller(credential.id(), account, now)
        .ifPresent(machine -> audit.by(AuditedCallers.machine(machine.user())));
    audit.read("service-account", account, null);
    Set<String> owned = JsonCodes.read(credentials.findAccount(account).orElseThrow().scopes());
    if (!owned.containsAll(wanted)) {
      return new Result.InvalidScope();
    }
    Set<String> granted = wanted.isEmpty() ? owned : wanted;
    credentials.noteUse(credential.id(), now);
    String token =
        tokens.issueToMachine(
            account,
            credential.id(),
            granted.stream().sorted().collect(Collectors.joining(" ")),
            now);
    return new Result.Issued(token, settings.accessLife(), granted);
  }

  private static Optional<UUID> id(String clientId) {
    try {
      return Optional.of(UUID.fromString(clientId));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
