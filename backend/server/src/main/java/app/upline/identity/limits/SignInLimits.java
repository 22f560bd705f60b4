package app.upline.identity.limits;

import app.upline.identity.limits.FailureCounts.Kind;
import app.upline.platform.http.ClientSource;
import app.upline.platform.throttle.AttemptLimiter;
import app.upline.platform.throttle.Limit;
import app.upline.platform.throttle.LimitedAttempt;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often secrets may be guessed. Sign-ins from where the same person signed in before are
 * counted apart from those of strangers, and so are those with a permit that was mailed: strangers
 * can slow each other down and never shut the owner out. All count under the account once it is
 * found, else under the address in its canonical form.
 */
@Singleton
public class SignInLimits {
  public static final Duration KNOWN_FOR = Duration.ofDays(90);

  private static final Limit FROM_SOURCE = new Limit("sign-in-source", 50, Duration.ofSeconds(6));
  private static final Limit FROM_KNOWN_PLACE = new Limit("sign-in", 10, Duration.ofSeconds(30));
  private static final Limit FROM_STRANGERS =
      new Limit("sign-in-account", 20, Duration.ofMinutes(3));
  private static final Limit RESET_OF_ACCOUNT = new Limit("reset", 3, Duration.ofMinutes(20));
  private static final Limit RESET_FROM_SOURCE =
      new Limit("reset-source", 20, Duration.ofMinutes(1));
  private static final Limit LINKS = new Limit("link", 20, Duration.ofSeconds(30));
  private static final Limit OWN_SECRETS = new Limit("own-secrets", 5, Duration.ofMinutes(1));
  private static final Limit CODE_FROM_KNOWN_PLACE = new Limit("code", 5, Duration.ofMinutes(1));
  private static final Limit CODE_FROM_STRANGERS =
      new Limit("code-account", 5, Duration.ofMinutes(1));
  private static final Limit WITH_PERMIT = new Limit("permit", 10, Duration.ofSeconds(30));
  private static final Limit SIGN_IN_LINK = new Limit("sign-in-link", 3, Duration.ofMinutes(20));
  private static final Limit MACHINE_SOURCE = new Limit("token-source", 100, Duration.ofSeconds(3));
  private static final Limit MACHINE = new Limit("token", 20, Duration.ofSeconds(15));
  private static final Limit INVITATIONS = new Limit("invitations", 50, Duration.ofMinutes(1));

  /** Nothing can be guessed; a whole organization may come from one address in the morning. */
  private static final Limit SINGLE_SIGN_ON =
      new Limit("single-sign-on", 200, Duration.ofSeconds(3));

  /** Saving a provider asks an address of the administrator's choice. */
  private static final Limit IDENTITY_PROVIDERS =
      new Limit("identity-providers", 30, Duration.ofMinutes(1));

  private final AttemptLimiter throttle;
  private final FailureCounts failures;
  private final KnownSignInSources places;
  private final SignInPermits permits;
  private final Clock clock;

  SignInLimits(
      AttemptLimiter throttle,
      FailureCounts failures,
      KnownSignInSources places,
      SignInPermits permits,
      Clock clock) {
    this.throttle = throttle;
    this.failures = failures;
    this.places = places;
    this.permits = permits;
    this.clock = clock;
  }

  /**
   * A guess at a person's secret.
   *
   * @param failure what it is counted as, as long as it has not succeeded
   */
  public record Guess(List<LimitedAttempt> attempts, FailureCounts.Subject failure) {}

  /**
   * A guess at a password.
   *
   * @param address in canonical form; an unknown one is counted just the same
   * @param permit the hash of what was mailed, if anything is shown
   */
  public Guess password(
      String address, Optional<UUID> userId, @Nullable String permit, ClientSource source) {
    String account = userId.map(UUID::toString).orElse(address);
    boolean known = userId.filter(id -> isKnown(id, source)).isPresent();
    String place = account + " " + source.network();
    FailureCounts.Subject failure =
        new FailureCounts.Subject(Kind.PASSWORD, userId.orElse(null), known ? place : account);
    if (isPermitted(userId, permit)) {
      return new Guess(List.of(WITH_PERMIT.by(permit)), failure);
    }
    return new Guess(
        List.of(
            FROM_SOURCE.by(source.network()),
            known ? FROM_KNOWN_PLACE.by(place) : FROM_STRANGERS.by(account)),
        failure);
  }

  /** A guess at a code of the second factor, after the right password. */
  public Guess code(UUID userId, @Nullable String permit, ClientSource source) {
    boolean known = isKnown(userId, source);
    String place = userId + " " + source.network();
    FailureCounts.Subject failure =
        new FailureCounts.Subject(Kind.CODE, userId, known ? place : userId.toString());
    if (isPermitted(Optional.of(userId), permit)) {
      return new Guess(List.of(WITH_PERMIT.by("code " + permit)), failure);
    }
    return new Guess(
        List.of(
            known ? CODE_FROM_KNOWN_PLACE.by(place) : CODE_FROM_STRANGERS.by(userId.toString())),
        failure);
  }

  /** A guess at a secret of the caller's own, in a session: no other session is slowed down. */
  public Guess ownSecret(UUID userId, UUID session) {
    String name = userId + " " + session;
    return new Guess(
        List.of(OWN_SECRETS.by(name)), new FailureCounts.Subject(Kind.OWN_SECRET, userId, name));
  }

  private boolean isKnown(UUID userId, ClientSource source) {
    return places.know(userId, source.network(), clock.instant().minus(KNOWN_FOR));
  }

  private boolean isPermitted(Optional<UUID> userId, @Nullable String permit) {
    return permit != null
        && userId.filter(id -> permits.isGood(permit, id, clock.instant())).isPresent();
  }

  public List<LimitedAttempt> reset(Optional<String> address, ClientSource source) {
    return mail(RESET_OF_ACCOUNT, address, source);
  }

  public List<LimitedAttempt> signInLink(Optional<String> address, ClientSource source) {
    return mail(SIGN_IN_LINK, address, source);
  }

  private static List<LimitedAttempt> mail(
      Limit limit, Optional<String> address, ClientSource source) {
    return Stream.concat(
            Stream.of(RESET_FROM_SOURCE.by(source.network())), address.map(limit::by).stream())
        .toList();
  }

  public List<LimitedAttempt> link(ClientSource source) {
    return List.of(LINKS.by(source.network()));
  }

  /** Machines that share an address do not slow each other down. */
  public List<LimitedAttempt> machine(String clientId, ClientSource source) {
    return List.of(
        MACHINE_SOURCE.by(source.network()), MACHINE.by(clientId + " " + source.network()));
  }

  public List<LimitedAttempt> invitation(UUID organizationId) {
    return List.of(INVITATIONS.by(organizationId.toString()));
  }

  public List<LimitedAttempt> singleSignOn(ClientSource source) {
    return List.of(SINGLE_SIGN_ON.by(source.network()));
  }

  public List<LimitedAttempt> identityProvider(UUID organizationId) {
    return List.of(IDENTITY_PROVIDERS.by(organizationId.toString()));
  }

  public Optional<TooMany> take(List<LimitedAttempt> attempts) {
    return throttle.take(attempts);
  }

  public void succeeded(List<LimitedAttempt> attempts) {
    throttle.giveBack(attempts);
  }

  /** Counts a guess before it is looked at. */
  public Optional<TooMany> take(Guess guess) {
    Optional<TooMany> met = throttle.take(guess.attempts());
    if (met.isEmpty()) {
      met = failures.take(guess.failure());
      if (met.isPresent()) {
        throttle.giveBack(guess.attempts());
      }
    }
    return met;
  }

  /** It was none. */
  public void succeeded(Guess guess) {
    throttle.giveBack(guess.attempts());
    failures.succeeded(guess.failure());
  }
}
