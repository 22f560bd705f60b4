package app.upline.identity;

import java.util.Set;
import java.util.UUID;

/** Whom an access token names. */
sealed interface TokenBearer {
  /** A person, in a session. */
  record Human(UUID userId, UUID sessionId) implements TokenBearer {}

  /** A machine that showed a credential, and asked for these scopes. */
  record Machine(UUID accountId, UUID credentialId, Set<String> scopes) implements TokenBearer {}
}
