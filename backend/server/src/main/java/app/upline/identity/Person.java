package app.upline.identity;

import app.upline.identity.password.Passwords;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in, for exactly one organization.
 *
 * @param passwordHash a PHC string, see {@link Passwords}; null while there is no password
 * @param passwordStandsAlone whether the password is long enough to be the only factor
 * @param active whether this person may still sign in
 */
@MappedEntity("app_user")
public record Person(
    @Id @BinaryId UUID id,
    String email,
    String name,
    @Nullable String passwordHash,
    boolean passwordStandsAlone,
    @BinaryId UUID organizationId,
    OrganizationKind organizationKind,
    boolean active,
    Instant createdAt) {}
