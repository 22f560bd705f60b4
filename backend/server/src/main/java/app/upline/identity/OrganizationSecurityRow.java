package app.upline.identity;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** What an organization asks of its people, as it is kept. */
@MappedEntity("organization_security")
record OrganizationSecurityRow(
    @Id @BinaryId UUID organizationId,
    boolean secondFactorRequired,
    boolean roleChangesApproved,
    int version) {

  static OrganizationSecurityRow of(UUID organizationId, SecuritySettings settings) {
    return new OrganizationSecurityRow(
        organizationId,
        settings.secondFactorRequired(),
        settings.roleChangesApproved(),
        settings.version());
  }

  SecuritySettings settings() {
    return new SecuritySettings(secondFactorRequired, roleChangesApproved, version);
  }
}
