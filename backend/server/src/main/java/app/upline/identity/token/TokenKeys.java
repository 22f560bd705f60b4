package app.upline.identity.token;

import app.upline.platform.keys.WatchedKeys;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The keys of access tokens as of now, rotated without a restart where they come from a file. */
public final class TokenKeys {
  private final WatchedKeys<TokenKeySet> keys;
  private final Clock clock;

  TokenKeys(WatchedKeys<TokenKeySet> keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The key that signs now. */
  SigningKey signing() {
    return keys.current().signingAt(clock.instant());
  }

  /** The public keys, for clients that verify tokens. */
  public List<PublishedKey> published() {
    return keys.current().verifyingAt(clock.instant()).stream()
        .map(key -> new PublishedKey(key.getKeyID(), key.getX().toString(), key.getY().toString()))
        .toList();
  }

  /** The public half of the key with this id, while it verifies. */
  Optional<ECKey> verifying(String id) {
    return keys.current().verifyingAt(clock.instant()).stream()
        .filter(key -> key.getKeyID().equals(id))
        .findFirst();
  }
}
