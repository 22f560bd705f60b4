package app.upline.assignment;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.people.Colleague;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The open work of one person that goes to another.
 *
 * @param to null where it is unassigned afterwards
 * @param by null where it follows from something else, such as a disabled account
 */
public record WorkTransfer(
    OrganizationKind side,
    UUID organizationId,
    UUID from,
    @Nullable Colleague to,
    @Nullable CurrentUser by) {}
