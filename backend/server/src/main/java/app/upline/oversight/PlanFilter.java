package app.upline.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which plans are wanted.
 *
 * @param overdue only those with an overdue item, the longest overdue first
 */
public record PlanFilter(@Nullable PlanState state, @Nullable UUID agencyId, boolean overdue) {}
