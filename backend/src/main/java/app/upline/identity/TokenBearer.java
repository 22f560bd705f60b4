package app.upline.identity;

import java.util.UUID;

/** Whom an access token names, and the session it was issued in. */
record TokenBearer(UUID userId, UUID sessionId) {}
