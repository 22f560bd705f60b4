package app.upline.identity.serviceaccount;

import app.upline.identity.CallerRow;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is looked up of a machine with every request. */
@MappedEntity("service_account")
public record ServiceAccountCaller(
    @Id @BinaryId UUID id,
    String name,
    @BinaryId UUID organizationId,
    OrganizationKind organizationKind,
    @Nullable String roles,
    String scopes,
    @Nullable Instant lastUsedAt) {

  public CurrentUser user() {
    return new CurrentUser(id, name, organizationKind, organizationId, CallerRow.rolesOf(roles));
  }
}
