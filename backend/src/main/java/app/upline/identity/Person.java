package app.upline.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in, for exactly one organisation.
 *
 * @param passwordHash a PHC string, see {@link Passwords}; null while there is no password
 * @param passwordStandsAlone whether the password is long enough to be the only factor
 * @param active whether this person may still sign in
 */
@MappedEntity("app_user")
record Person(
    @Id UUID id,
    String email,
    String name,
    @Nullable String passwordHash,
    boolean passwordStandsAlone,
    @Nullable UUID agencyId,
    @Nullable UUID carrierId,
    boolean active,
    Instant createdAt) {

  OrganisationKind kind() {
    return agencyId != null ? OrganisationKind.AGENCY : OrganisationKind.CARRIER;
  }

  UUID organisationId() {
    UUID organisation = agencyId != null ? agencyId : carrierId;
    if (organisation == null) {
      throw new IllegalStateException("A person without an organisation, which a check forbids");
    }
    return organisation;
  }
}
