package app.upline.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or machine that was let in: who it is as of this request.
 *
 * @param sessionId the session of a person; null for a machine
 * @param lacksSecondFactor whether the organization requires a second factor that was not shown
 * @param scopes what a machine may do; null for a person
 * @param confirmedAt when a person last showed who they are; null for a machine
 */
public record Caller(
    CurrentUser user,
    @Nullable UUID sessionId,
    boolean lacksSecondFactor,
    @Nullable Set<String> scopes,
    @Nullable Instant confirmedAt) {
  /** Under which name the security framework carries it along. */
  public static final String ATTRIBUTE = "caller";

  public Caller {
    scopes = scopes == null ? null : Set.copyOf(scopes);
  }
}
