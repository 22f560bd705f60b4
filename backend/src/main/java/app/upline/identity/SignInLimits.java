package app.upline.identity;

import app.upline.platform.http.ClientSource;
import app.upline.platform.throttle.Attempt;
import app.upline.platform.throttle.Limit;
import app.upline.platform.throttle.Throttle;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How often secrets may be guessed. Whoever signs in from where the same person did before is
 * counted apart from all strangers, so strangers can slow each other down and never shut the owner
 * out; a password chosen by a mailed link makes a place known, too.
 */
@Singleton
class SignInLimits {
  private static final Duration KNOWN_FOR = Duration.ofDays(90);
  private static final UUID NOBODY = new UUID(0, 0);

  private static final Limit FROM_SOURCE = new Limit("sign-in-source", 50, Duration.ofSeconds(6));
  private static final Limit FROM_KNOWN_PLACE = new Limit("sign-in", 10, Duration.ofSeconds(30));
  private static final Limit FROM_STRANGERS =
      new Limit("sign-in-account", 20, Duration.ofMinutes(3));
  private static final Limit RESET_OF_ACCOUNT = new Limit("reset", 3, Duration.ofMinutes(20));
  private static final Limit RESET_FROM_SOURCE =
      new Limit("reset-source", 20, Duration.ofMinutes(1));
  private static final Limit LINKS = new Limit("link", 20, Duration.ofSeconds(30));
  private static final Limit OWN_SECRETS = new Limit("own-secrets", 5, Duration.ofMinutes(1));
  private static final Limit MACHINE_SOURCE = new Limit("token-source", 100, Duration.ofSeconds(3));
  private static final Limit MACHINE = new Limit("token", 20, Duration.ofSeconds(15));
  private static final Limit INVITATIONS = new Limit("invitations", 50, Duration.ofMinutes(1));

  /** Nothing can be guessed; a whole organisation may come from one address in the morning. */
  private static final Limit SINGLE_SIGN_ON =
      new Limit("single-sign-on", 200, Duration.ofSeconds(3));

  /** Saving a provider asks an address of the administrator's choice. */
  private static final Limit IDENTITY_PROVIDERS =
      new Limit("identity-providers", 30, Duration.ofMinutes(1));

  private final Throttle throttle;
  private final KnownPlaces places;
  private final Clock clock;

  SignInLimits(Throttle throttle, KnownPlaces places, Clock clock) {
    this.throttle = throttle;
    this.places = places;
    this.clock = clock;
  }

  /**
   * What an attempt to sign in counts as.
   *
   * @param userId whose address it is, if anybody's; an unknown one is counted just the same
   */
  List<Attempt> signIn(String email, Optional<UUID> userId, ClientSource source) {
    String account = email.strip().toLowerCase(Locale.ROOT);
    boolean known =
        places.know(
            userId.orElse(NOBODY), source.network() + "%", clock.instant().minus(KNOWN_FOR));
    return List.of(
        FROM_SOURCE.by(source.network()),
        known ? FROM_KNOWN_PLACE.by(account + " " + source.network()) : FROM_STRANGERS.by(account));
  }

  List<Attempt> reset(String email, ClientSource source) {
    return List.of(
        RESET_FROM_SOURCE.by(source.network()),
        RESET_OF_ACCOUNT.by(email.strip().toLowerCase(Locale.ROOT)));
  }

  List<Attempt> link(ClientSource source) {
    return List.of(LINKS.by(source.network()));
  }

  List<Attempt> ownSecrets(UUID userId) {
    return List.of(OWN_SECRETS.by(userId.toString()));
  }

  /** Machines that share an address do not slow each other down. */
  List<Attempt> machine(String clientId, ClientSource source) {
    return List.of(
        MACHINE_SOURCE.by(source.network()), MACHINE.by(clientId + " " + source.network()));
  }

  List<Attempt> invitation(UUID organisationId) {
    return List.of(INVITATIONS.by(organisationId.toString()));
  }

  List<Attempt> singleSignOn(ClientSource source) {
    return List.of(SINGLE_SIGN_ON.by(source.network()));
  }

  List<Attempt> identityProvider(UUID organisationId) {
    return List.of(IDENTITY_PROVIDERS.by(organisationId.toString()));
  }

  Optional<TooMany> take(List<Attempt> attempts) {
    return throttle.take(attempts);
  }

  void succeeded(List<Attempt> attempts) {
    throttle.giveBack(attempts);
  }
}
