package app.upline.identity.web;

import app.upline.api.model.Credential;
import app.upline.api.model.CredentialKind;
import app.upline.api.model.Role;
import app.upline.api.model.ServiceAccount;
import app.upline.api.model.ServiceAccountStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Service accounts in the words of the contract. */
final class ServiceAccountModels {
  private ServiceAccountModels() {}

  static ServiceAccount of(app.upline.identity.ServiceAccount account, Instant now) {
    return new ServiceAccount()
        .id(account.id())
        .name(account.name())
        .role(Role.fromValue(account.role().name()))
        .scopes(account.scopes().stream().sorted().toList())
        .status(status(account, now))
        .createdAt(utc(account.createdAt()))
        .expiresAt(utc(account.expiresAt()))
        .lastUsedAt(utc(account.lastUsedAt()))
        .credentials(account.credentials().stream().map(ServiceAccountModels::credential).toList());
  }

  private static ServiceAccountStatus status(
      app.upline.identity.ServiceAccount account, Instant now) {
    if (!account.active()) {
      return ServiceAccountStatus.REVOKED;
    }
    return now.isBefore(account.expiresAt())
        ? ServiceAccountStatus.ACTIVE
        : ServiceAccountStatus.EXPIRED;
  }

  private static Credential credential(app.upline.identity.ServiceAccount.Credential credential) {
    return new Credential()
        .id(credential.id())
        .kind(CredentialKind.fromValue(credential.kind().name()))
        .hint(credential.hint())
        .createdAt(utc(credential.createdAt()))
        .expiresAt(utc(credential.expiresAt()))
        .lastUsedAt(utc(credential.lastUsedAt()));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
