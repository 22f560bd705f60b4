package app.upline.identity.people;

import app.upline.identity.Role;
import app.upline.identity.RoleSet;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link RoleChange} as it is kept: people by their ids alone. */
@MappedEntity("role_change")
record RoleChangeRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID organizationId,
    RoleChange.Kind kind,
    @BinaryId @Nullable UUID userId,
    @Nullable Integer userVersion,
    @RoleSet Set<Role> roles,
    @BinaryId UUID requestedBy,
    Instant requestedAt,
    Instant expiresAt,
    RoleChange.State state,
    int version) {}
