package app.upline.identity.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of access tokens, of which one signs and all verify. Each may say since when it signs
 * ({@code nbf}) and until when it verifies ({@code exp}).
 */
record TokenKeySet(List<ECKey> keys) {

  /**
   * Reads one private key (PEM or JWK), or a JWK set of them.
   *
   * @throws IllegalArgumentException when it is neither; the message holds nothing of it
   */
  static TokenKeySet parse(String text) {
    if (!text.contains("\"keys\"")) {
      return new TokenKeySet(List.of(SigningKey.parse(text).key()));
    }
    try {
      List<ECKey> keys = new ArrayList<>();
      for (JWK key : JWKSet.parse(text.strip()).getKeys()) {
        keys.add(SigningKey.parse(key.toJSONString()).key());
      }
      return new TokenKeySet(keys);
    } catch (ParseException e) {
      throw new IllegalArgumentException("Not a set of private keys on P-256");
    }
  }

  TokenKeySet {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("A set without a key");
    }
  }

  /** The newest key whose time to sign has come. */
  SigningKey signingAt(Instant now) {
    return keys.stream()
        .filter(key -> !since(key).isAfter(now))
        .filter(key -> verifiesAt(key, now))
        .max(Comparator.comparing(TokenKeySet::since))
        .map(SigningKey::new)
        .orElseThrow(() -> new IllegalStateException("No key may sign now"));
  }

  /** The public halves of all keys that verify, those that do not sign yet among them. */
  List<ECKey> verifyingAt(Instant now) {
    return keys.stream().filter(key -> verifiesAt(key, now)).map(ECKey::toPublicJWK).toList();
  }

  /**
   * The same set with a new key.
   *
   * @param lead how long the key is known before it signs, so that everybody has it by then
   * @param tokenLife how long tokens of the old keys are still good
   */
  TokenKeySet rotated(Instant now, Duration lead, Duration tokenLife) {
    Instant begins = now.plus(lead);
    Date over = Date.from(begins.plus(tokenLife).plus(lead));
    List<ECKey> after = new ArrayList<>();
    after.add(
        new ECKey.Builder(SigningKey.random().key()).notBeforeTime(Date.from(begins)).build());
    for (ECKey key : keys) {
      if (verifiesAt(key, now)) {
        boolean leaves = key.getExpirationTime() == null || key.getExpirationTime().after(over);
        after.add(leaves ? new ECKey.Builder(key).expirationTime(over).build() : key);
      }
    }
    return new TokenKeySet(after);
  }

  /** With the private halves: for the file that is read again. */
  String toJson() {
    return new JWKSet(List.copyOf(keys)).toString(false);
  }

  private static Instant since(ECKey key) {
    @Nullable Date since = key.getNotBeforeTime();
    return since == null ? Instant.EPOCH : since.toInstant();
  }

  private static boolean verifiesAt(ECKey key, Instant now) {
    return key.getExpirationTime() == null || now.isBefore(key.getExpirationTime().toInstant());
  }

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "TokenKeySet[%d]".formatted(keys.size());
  }
}
