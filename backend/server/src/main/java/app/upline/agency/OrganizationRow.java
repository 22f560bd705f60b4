package app.upline.agency;

import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** That there is an organization: what rows of both kinds refer to. */
@MappedEntity("organization")
record OrganizationRow(@Id @BinaryId UUID id, OrganizationKind kind) {}
