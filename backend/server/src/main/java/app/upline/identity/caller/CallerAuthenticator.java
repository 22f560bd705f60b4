package app.upline.identity.caller;

import app.upline.identity.Caller;
import app.upline.identity.CallerRow;
import app.upline.identity.Sessions;
import app.upline.identity.serviceaccount.ServiceAccountCaller;
import app.upline.identity.serviceaccount.ServiceAccountCredentials;
import app.upline.identity.token.TokenBearer;
import app.upline.platform.http.ClientSource;
import app.upline.platform.persistence.JsonCodes;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers in. A good token alone is not enough: with every request, one query by primary keys
 * asks whether the session is still open, the person still active, and which roles are held now; of
 * a machine, whether credential and account still live, and which scopes are left.
 */
@Singleton
public class CallerAuthenticator {
  /** How exactly people can know when a session was last used; spares a write with each request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Sessions sessions;
  private final ServiceAccountCredentials machines;
  private final CallerLookUpLimits lookUps;
  private final Clock clock;

  CallerAuthenticator(
      Sessions sessions,
      ServiceAccountCredentials machines,
      CallerLookUpLimits lookUps,
      Clock clock) {
    this.lookUps = lookUps;
    this.machines = machines;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Who calls with an access token; empty when the caller is not let in.
   *
   * @param claims of a token whose signature, issuer, audience and expiry were found good
   */
  public Optional<Caller> admit(JWTClaimsSet claims, ClientSource source) {
    return TokenBearer.of(claims).flatMap(bearer -> admit(bearer, source));
  }

  private Optional<Caller> admit(TokenBearer bearer, ClientSource source) {
    return switch (bearer) {
      case TokenBearer.Human human ->
          lookUps.oneOf(human.userId(), () -> admitHuman(human, source));
      case TokenBearer.Machine machine ->
          lookUps.oneOf(machine.accountId(), () -> admitMachine(machine));
    };
  }

  private Optional<Caller> admitHuman(TokenBearer.Human human, ClientSource source) {
    Instant now = clock.instant();
    Optional<CallerRow> row = sessions.findCaller(human.sessionId(), human.userId(), now);
    row.filter(found -> isOld(found.lastUsedAt(), now))
        .ifPresent(found -> sessions.noteUse(human.sessionId(), now, source.address()));
    return row.map(
        found ->
            new Caller(
                found.user(),
                human.sessionId(),
                found.lacksSecondFactor() != 0,
                null,
                found.confirmedAt()));
  }

  /** Of the scopes that the token was got for, those that the account still has. */
  private Optional<Caller> admitMachine(TokenBearer.Machine machine) {
    Instant now = clock.instant();
    Optional<ServiceAccountCaller> row =
        machines.findCaller(machine.credentialId(), machine.accountId(), now);
    row.filter(found -> isOld(found.lastUsedAt(), now))
        .ifPresent(found -> machines.noteAccountUse(found.id(), now));
    return row.map(
        found -> {
          Set<String> scopes = new HashSet<>(machine.scopes());
          scopes.retainAll(JsonCodes.read(found.scopes()));
          return new Caller(found.user(), null, false, scopes, null);
        });
  }

  private static boolean isOld(@Nullable Instant noted, Instant now) {
    return noted == null || noted.plus(NOTED_EVERY).isBefore(now);
  }
}
