package app.upline.identity;

import app.upline.platform.http.ClientSource;
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
public class Doorkeeper {
  /** How exactly people can know when a session was last used; spares a write with each request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final AccessTokenVerifier tokens;
  private final Sessions sessions;
  private final MachineCredentials machines;
  private final LookUps lookUps;
  private final Clock clock;

  Doorkeeper(
      AccessTokenVerifier tokens,
      Sessions sessions,
      MachineCredentials machines,
      LookUps lookUps,
      Clock clock) {
    this.lookUps = lookUps;
    this.machines = machines;
    this.tokens = tokens;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Who calls with this access token; empty when nobody may. */
  public Optional<Caller> admit(String accessToken, ClientSource source) {
    return tokens.verify(accessToken).flatMap(bearer -> admit(bearer, source));
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
    Optional<MachineRow> row =
        machines.findCaller(machine.credentialId(), machine.accountId(), now);
    row.filter(found -> isOld(found.lastUsedAt(), now))
        .ifPresent(found -> machines.noteAccountUse(found.id(), now));
    return row.map(
        found -> {
          Set<String> scopes = new HashSet<>(machine.scopes());
          scopes.retainAll(ServiceAccountRows.scopes(found.scopes()));
          return new Caller(found.user(), null, false, scopes, null);
        });
  }

  private static boolean isOld(@Nullable Instant noted, Instant now) {
    return noted == null || noted.plus(NOTED_EVERY).isBefore(now);
  }
}
