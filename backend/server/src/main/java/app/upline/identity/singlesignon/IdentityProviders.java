package app.upline.identity.singlesignon;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.singlesignon.IdentityProvider.Connection;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.SealedRows;
import app.upline.platform.encryption.Vault;
import app.upline.platform.oidc.ProviderClient;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps each organization's identity provider, its secret sealed. */
@Singleton
public class IdentityProviders implements SealedRows {
  private final IdentityProviderRows rows;
  private final IdentityProviderRules rules;
  private final SignInLimits limits;
  private final Notices notices;
  private final Vault vault;
  private final AuditTrail audit;
  private final Database database;

  IdentityProviders(
      IdentityProviderRows rows,
      IdentityProviderRules rules,
      SignInLimits limits,
      Notices notices,
      Vault vault,
      AuditTrail audit,
      Database database) {
    this.rows = rows;
    this.rules = rules;
    this.limits = limits;
    this.notices = notices;
    this.vault = vault;
    this.audit = audit;
    this.database = database;
  }

  /** The one of the caller's organization, or none. */
  public IdentityProvider of(CurrentUser caller) {
    return of(caller.organizationId());
  }

  IdentityProvider of(UUID organizationId) {
    return database.reading(() -> rows.find(organizationId));
  }

  /** Sets it, if it answers. No transaction is open while it is asked. */
  public Outcome<IdentityProvider> replace(
      CurrentUser caller, ExpectedVersion expected, IdentityProviderDraft draft) {
    // The provider is not asked for a caller who would be refused anyhow; the row that counts is
    // locked later.
    return expected.ifCurrent(of(caller).version(), () -> replaceIfSound(caller, expected, draft));
  }

  private Outcome<IdentityProvider> replaceIfSound(
      CurrentUser caller, ExpectedVersion expected, IdentityProviderDraft draft) {
    Optional<TooMany> met = limits.take(limits.identityProvider(caller.organizationId()));
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    List<Fault> faults = rules.faults(caller.kind(), draft.connection());
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          IdentityProvider before = rows.lock(caller.organizationId());
          return expected.ifCurrent(before.version(), () -> save(caller, before, draft));
        });
  }

  private Outcome<IdentityProvider> save(
      CurrentUser caller, IdentityProvider before, IdentityProviderDraft draft) {
    UUID organization = caller.organizationId();
    if (IdentityProviderRules.needsSecret(before, draft)) {
      return Outcome.invalid(
          "/clientSecret", "REQUIRED", "Send the secret of this client at this issuer.");
    }
    Sealed secret =
        draft.secret() == null
            ? rows.findSecret(organization).orElseThrow()
            : vault.seal(draft.secret().getBytes(StandardCharsets.UTF_8), place(organization));
    rows.save(organization, draft.connection(), secret, before.version() + 1);
    return Outcome.done(changed(caller, before));
  }

  /** Removes it, and who is who there; removing none changes nothing. */
  public Outcome<IdentityProvider> remove(CurrentUser caller, ExpectedVersion expected) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          IdentityProvider before = rows.lock(caller.organizationId());
          return expected.ifCurrent(before.version(), () -> removed(caller, before));
        });
  }

  private Outcome<IdentityProvider> removed(CurrentUser caller, IdentityProvider before) {
    if (before.connection() == null) {
      return Outcome.done(before);
    }
    rows.remove(caller.organizationId(), before.version() + 1);
    return Outcome.done(changed(caller, before));
  }

  private IdentityProvider changed(CurrentUser caller, IdentityProvider before) {
    UUID organizationId = caller.organizationId();
    IdentityProvider now = rows.find(organizationId);
    audit.changed("identity-provider", organizationId, null, before.digest(), now.digest());
    notices.tellAdministrators(Notice.IDENTITY_PROVIDER_CHANGED, caller);
    return now;
  }

  /** Ourselves, as the provider of this organization knows us. */
  ProviderClient client(UUID organizationId, Connection connection) {
    Sealed secret = database.reading(() -> rows.findSecret(organizationId)).orElseThrow();
    return new ProviderClient(
        connection.issuer(),
        connection.client(),
        new String(vault.open(secret, place(organizationId)), StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return "Secrets of identity providers";
  }

  @Override
  public int resealSome(int most) {
    return database.writing(
        () -> {
          List<IdentityProviderRow> some = rows.findUnderOtherKeys(vault.currentVersion(), most);
          some.forEach(this::reseal);
          return some.size();
        });
  }

  private void reseal(IdentityProviderRow row) {
    Sealed before = row.secret().orElseThrow();
    UUID organizationId = row.organizationId();
    Sealed after = vault.seal(vault.open(before, place(organizationId)), place(organizationId));
    rows.reseal(organizationId, before.bytes(), after.bytes(), after.keyVersion());
  }

  static String place(UUID organizationId) {
    return "identity_provider/sealed_secret/" + organizationId;
  }
}
