package app.upline.identity;

import java.util.UUID;

/** Somebody who was let in: who it is as of this request, and in which session. */
public record Caller(CurrentUser user, UUID sessionId) {
  /** Under which name the security framework carries it along. */
  public static final String ATTRIBUTE = "caller";
}
