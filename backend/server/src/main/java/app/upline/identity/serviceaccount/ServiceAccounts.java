package app.upline.identity.serviceaccount;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.Role;
import app.upline.identity.Secret;
import app.upline.identity.serviceaccount.ServiceAccount.Credential;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.validation.Fault;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What administrators do with the machines of their own organization. */
@Singleton
public class ServiceAccounts {
  static final String SECRET_PREFIX = "upl_";
  private static final int HINT_LENGTH = 8;
  private static final int LIVE_AT_ONCE = 2;
  private static final Duration USUAL_LIFE = Duration.ofDays(365);
  private static final Duration LONGEST_LIFE = Duration.ofDays(731);

  private final ServiceAccountRows rows;
  private final Scopes scopes;
  private final Notices notices;
  private final AuditTrail audit;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  ServiceAccounts(
      ServiceAccountRows rows,
      Scopes scopes,
      Notices notices,
      AuditTrail audit,
      Database database,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.scopes = scopes;
    this.notices = notices;
    this.audit = audit;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Every machine of the caller's organization, the oldest first. */
  public Page<ServiceAccount> list(
      CurrentUser caller,
      ServiceAccount.@Nullable Status status,
      Direction direction,
      PageRequest request) {
    return database.reading(() -> rows.page(caller, status, direction, request, clock.instant()));
  }

  /** One of them. */
  public Optional<ServiceAccount> find(CurrentUser caller, UUID id) {
    return database.reading(() -> rows.find(caller, id, clock.instant()));
  }

  /** Makes an account without a credential. */
  public Outcome<ServiceAccount> create(CurrentUser caller, ServiceAccountDraft draft) {
    Instant now = now();
    List<Fault> faults = new ArrayList<>();
    if (draft.role().side() != caller.kind()) {
      faults.add(new Fault("/role", "ROLE_OF_OTHER_SIDE", "Choose a role of your own side."));
    } else {
      faults.addAll(faults(draft.scopes(), draft.role()));
    }
    Instant expiresAt =
        until(draft.expiresAt(), now.plus(USUAL_LIFE), now.plus(LONGEST_LIFE), faults);
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    ServiceAccount account =
        new ServiceAccount(
            ids.next(),
            draft.name(),
            draft.role(),
            Set.copyOf(draft.scopes()),
            true,
            1,
            now,
            expiresAt,
            null,
            List.of());
    return database.writing(
        () -> {
          rows.insert(caller, account);
          audit.changed("service-account", account.id(), account.name(), null, account.digest());
          return Outcome.done(account);
        });
  }

  /** Gives these scopes instead of the ones before. */
  public Outcome<ServiceAccount> replaceScopes(
      CurrentUser caller, UUID id, ExpectedVersion expected, List<String> wanted) {
    return change(
        caller,
        id,
        expected,
        account -> {
          List<Fault> faults = faults(wanted, account.role());
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          rows.replaceScopes(id, Set.copyOf(wanted));
          return saved(caller, account);
        });
  }

  /** Shuts the machine out for good. */
  public Outcome<ServiceAccount> revoke(CurrentUser caller, UUID id, ExpectedVersion expected) {
    return change(
        caller,
        id,
        expected,
        account -> {
          rows.revoke(id);
          return saved(caller, account);
        });
  }

  /** Makes a secret, which is told this once. */
  public Outcome<NewServiceAccountSecret> addSecret(
      CurrentUser caller, UUID id, ExpectedVersion expected, @Nullable Instant expiresAt) {
    Secret secret = new Secret(SECRET_PREFIX + Secret.random().value());
    return add(
        caller,
        id,
        expected,
        expiresAt,
        Credential.Kind.SECRET,
        secret.value().substring(0, HINT_LENGTH),
        credential -> rows.insert(id, credential, secret.sha256(), null),
        (account, credential) ->
            new NewServiceAccountSecret(
                account, credential.id(), secret.value(), credential.expiresAt()));
  }

  /** Registers the public half of a key on P-256. */
  public Outcome<ServiceAccount> addKey(
      CurrentUser caller,
      UUID id,
      ExpectedVersion expected,
      String x,
      String y,
      @Nullable Instant expiresAt) {
    ECKey key;
    String thumbprint;
    try {
      key = new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).build();
      thumbprint = key.computeThumbprint().toString();
    } catch (IllegalStateException | IllegalArgumentException | JOSEException e) {
      return Outcome.invalid(
          "/x", "INVALID_KEY", "These are not the coordinates of a key on P-256.");
    }
    return add(
        caller,
        id,
        expected,
        expiresAt,
        Credential.Kind.PUBLIC_KEY,
        thumbprint.substring(0, HINT_LENGTH),
        credential -> rows.insert(id, credential, null, key.toJSONString()),
        (account, credential) -> account);
  }

  private <T> Outcome<T> add(
      CurrentUser caller,
      UUID id,
      ExpectedVersion expected,
      @Nullable Instant wanted,
      Credential.Kind kind,
      String hint,
      Consumer<Credential> insert,
      BiFunction<ServiceAccount, Credential, T> answer) {
    return change(
        caller,
        id,
        expected,
        account -> {
          if (account.credentials().size() >= LIVE_AT_ONCE) {
            return Outcome.wrongState("Two credentials are live; revoke one of them first.");
          }
          List<Fault> faults = new ArrayList<>();
          Instant expiresAt = until(wanted, account.expiresAt(), account.expiresAt(), faults);
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          Credential credential = new Credential(ids.next(), kind, hint, now(), expiresAt, null);
          insert.accept(credential);
          notices.tellAdministrators(Notice.SERVICE_ACCOUNT_CREDENTIAL_MADE, caller);
          return saved(caller, account).map(now -> answer.apply(now, credential));
        });
  }

  /** Ends a secret or a key, and every token got with it. */
  public Outcome<ServiceAccount> revokeCredential(
      CurrentUser caller, UUID id, UUID credentialId, ExpectedVersion expected) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<ServiceAccount> found = rows.lock(caller, id, clock.instant());
          if (found.isEmpty() || !rows.hasCredential(id, credentialId)) {
            return Outcome.notFound("credential");
          }
          return expected.ifCurrent(
              found.get().version(),
              () ->
                  rows.revokeCredential(id, credentialId, clock.instant()) == 1
                      ? saved(caller, found.get())
                      : Outcome.wrongState("This credential was revoked already."));
        });
  }

  private <T> Outcome<T> change(
      CurrentUser caller,
      UUID id,
      ExpectedVersion expected,
      Function<ServiceAccount, Outcome<T>> step) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<ServiceAccount> found = rows.lock(caller, id, clock.instant());
          if (found.isEmpty()) {
            return Outcome.notFound("service account");
          }
          return expected.ifCurrent(
              found.get().version(),
              () ->
                  found.get().active()
                      ? step.apply(found.get())
                      : Outcome.wrongState("This service account was revoked."));
        });
  }

  private Outcome<ServiceAccount> saved(CurrentUser caller, ServiceAccount before) {
    ServiceAccount after = rows.find(caller, before.id(), clock.instant()).orElseThrow();
    audit.changed("service-account", after.id(), after.name(), before.digest(), after.digest());
    return Outcome.done(after);
  }

  private List<Fault> faults(List<String> wanted, Role role) {
    List<Fault> faults = new ArrayList<>();
    if (wanted.isEmpty()) {
      faults.add(new Fault("/scopes", "REQUIRED", "Give at least one scope."));
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!scopes.isGrantable(wanted.get(i), role)) {
        faults.add(
            new Fault(
                "/scopes/" + i,
                "UNKNOWN_SCOPE",
                "A service account with this role cannot have this scope; see x-roles and x-people-only."));
      }
    }
    return faults;
  }

  private Instant until(
      @Nullable Instant wanted, Instant usual, Instant latest, List<Fault> faults) {
    if (wanted == null) {
      return usual;
    }
    if (!wanted.isAfter(now()) || wanted.isAfter(latest)) {
      faults.add(
          new Fault("/expiresAt", "OUT_OF_RANGE", "Choose an instant between now and " + latest));
    }
    return wanted.truncatedTo(ChronoUnit.MICROS);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
