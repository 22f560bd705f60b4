package app.upline.identity;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of access tokens as of now. Where they come from a file, a changed file is read within
 * seconds, so that keys are rotated without a restart. One that cannot be read changes nothing.
 */
public final class TokenKeys implements JWKSource<SecurityContext> {
  private static final Logger LOG = LoggerFactory.getLogger(TokenKeys.class);
  private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);

  private final @Nullable Path file;
  private final Clock clock;
  private volatile Loaded loaded;

  private record Loaded(TokenKeySet keys, @Nullable FileTime written, Instant lookedAt) {}

  /**
   * @param file where the keys were read from and are read again; null when they do not change
   */
  TokenKeys(TokenKeySet keys, @Nullable Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.loaded = new Loaded(keys, file == null ? null : written(file), clock.instant());
  }

  /** The key that signs now. */
  SigningKey signing() {
    return current().signingAt(clock.instant());
  }

  /** The public keys that verify, for whoever wants to. */
  public List<PublishedKey> published() {
    return current().verifyingAt(clock.instant()).stream()
        .map(key -> new PublishedKey(key.getKeyID(), key.getX().toString(), key.getY().toString()))
        .toList();
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    List<ECKey> keys = current().verifyingAt(clock.instant());
    return selector.select(new JWKSet(List.copyOf(keys)));
  }

  private TokenKeySet current() {
    Loaded known = loaded;
    Instant now = clock.instant();
    if (file == null || now.isBefore(known.lookedAt().plus(LOOKED_AT_EVERY))) {
      return known.keys();
    }
    loaded = again(file, known, now);
    return loaded.keys();
  }

  private static Loaded again(Path file, Loaded known, Instant now) {
    try {
      FileTime written = written(file);
      return written.equals(known.written())
          ? new Loaded(known.keys(), written, now)
          : new Loaded(TokenKeySet.parse(Files.readString(file)), written, now);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      LOG.error("The keys of access tokens cannot be read again; those of before stay");
      return new Loaded(known.keys(), known.written(), now);
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
