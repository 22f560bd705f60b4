package app.upline.identity.serviceaccount;

import app.upline.identity.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine to be given an account.
 *
 * @param expiresAt null for a year from now
 */
public record ServiceAccountDraft(
    String name, Role role, List<String> scopes, @Nullable Instant expiresAt) {}
