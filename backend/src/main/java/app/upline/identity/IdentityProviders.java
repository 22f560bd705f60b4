package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.identity.IdentityProvider.Connection;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.SealedRows;
import app.upline.platform.encryption.Vault;
import app.upline.platform.oidc.ProviderClient;
import app.upline.platform.persistence.Database;
import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;

/** Keeps each organisation's identity provider, its secret sealed. */
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

  /** The one of the caller's organisation, or none. */
  public IdentityProvider of(CurrentUser caller) {
    return of(caller.organisationId());
  }

  IdentityProvider of(UUID organisationId) {
    return database.reading(() -> rows.find(organisationId));
  }

  /**
   * Sets it, if it answers. No transaction is open while it is asked.
   *
   * @param seen is told the version at hand, and throws when it is not the one the caller saw
   */
  public IdentityProviderOutcome replace(
      CurrentUser caller, IntConsumer seen, IdentityProviderDraft draft) {
    seen.accept(of(caller).version());
    Optional<TooMany> met = limits.take(limits.identityProvider(caller.organisationId()));
    if (met.isPresent()) {
      return new IdentityProviderOutcome.Throttled(met.get());
    }
    List<Fault> faults = rules.faults(caller.kind(), draft.connection());
    return faults.isEmpty()
        ? database.writing(() -> save(caller, seen, draft))
        : new IdentityProviderOutcome.Refused(faults);
  }

  private IdentityProviderOutcome save(
      CurrentUser caller, IntConsumer seen, IdentityProviderDraft draft) {
    UUID organisation = caller.organisationId();
    IdentityProvider before = rows.lock(organisation);
    seen.accept(before.version());
    if (IdentityProviderRules.needsSecret(before, draft)) {
      return new IdentityProviderOutcome.Refused(
          List.of(
              new Fault(
                  "/clientSecret", "REQUIRED", "Send the secret of this client at this issuer.")));
    }
    Sealed secret =
        draft.secret() == null
            ? rows.findSecret(organisation).orElseThrow()
            : vault.seal(draft.secret().getBytes(StandardCharsets.UTF_8), place(organisation));
    rows.save(organisation, draft.connection(), secret, before.version() + 1);
    return new IdentityProviderOutcome.Saved(changed(caller, before));
  }

  /** Removes it, and who is who there; removing none changes nothing. */
  public void remove(CurrentUser caller, IntConsumer seen) {
    database.writing(
        () -> {
          IdentityProvider before = rows.lock(caller.organisationId());
          seen.accept(before.version());
          if (before.connection() == null) {
            return before;
          }
          rows.remove(caller.organisationId(), before.version() + 1);
          return changed(caller, before);
        });
  }

  private IdentityProvider changed(CurrentUser caller, IdentityProvider before) {
    UUID organisationId = caller.organisationId();
    IdentityProvider now = rows.find(organisationId);
    audit.changed("identity-provider", organisationId, null, before.digest(), now.digest());
    notices.tellAdministrators(Notice.IDENTITY_PROVIDER_CHANGED, caller);
    return now;
  }

  /** Ourselves, as the provider of this organisation knows us. */
  ProviderClient client(UUID organisationId, Connection connection) {
    Sealed secret = database.reading(() -> rows.findSecret(organisationId)).orElseThrow();
    return new ProviderClient(
        connection.issuer(),
        connection.client(),
        new String(vault.open(secret, place(organisationId)), StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return "Secrets of identity providers";
  }

  @Override
  public int resealSome(int most) {
    return database.writing(
        () -> {
          List<UUID> some = rows.findUnderOtherKeys(vault.currentVersion(), most);
          some.forEach(this::reseal);
          return some.size();
        });
  }

  private void reseal(UUID organisationId) {
    Sealed before = rows.findSecret(organisationId).orElseThrow();
    byte[] secret = vault.open(before, place(organisationId));
    rows.reseal(organisationId, before, vault.seal(secret, place(organisationId)));
  }

  static String place(UUID organisationId) {
    return "identity_provider/sealed_secret/" + organisationId;
  }
}
