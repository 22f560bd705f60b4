package app.upline.identity.web;

import app.upline.api.model.ServiceAccountCredentialDto;
import app.upline.api.model.ServiceAccountDto;
import app.upline.identity.serviceaccount.ServiceAccount;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Service accounts in the words of the contract. */
final class ServiceAccountModels {
  private ServiceAccountModels() {}

  static ServiceAccountDto of(ServiceAccount account, Instant now) {
    return new ServiceAccountDto()
        .id(account.id())
        .name(account.name())
        .role(IdentityCodes.ROLES.toContract(account.role()))
        .scopes(account.scopes().stream().sorted().toList())
        .status(IdentityCodes.SERVICE_ACCOUNT_STATUSES.toContract(account.statusAt(now)))
        .createdAt(utc(account.createdAt()))
        .expiresAt(utc(account.expiresAt()))
        .lastUsedAt(utc(account.lastUsedAt()))
        .credentials(account.credentials().stream().map(ServiceAccountModels::credential).toList());
  }

  private static ServiceAccountCredentialDto credential(ServiceAccount.Credential credential) {
    return new ServiceAccountCredentialDto()
        .id(credential.id())
        .kind(IdentityCodes.CREDENTIAL_KINDS.toContract(credential.kind()))
        .hint(credential.hint())
        .createdAt(utc(credential.createdAt()))
        .expiresAt(utc(credential.expiresAt()))
        .lastUsedAt(utc(credential.lastUsedAt()));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
