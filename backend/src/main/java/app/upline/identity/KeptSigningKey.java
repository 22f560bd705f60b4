package app.upline.identity;

import app.upline.platform.start.KeptSecret;
import java.nio.file.Path;

/** A key made once and kept in a folder, so that people stay signed in over a restart. */
record KeptSigningKey(Path folder) {
  private static final String FILE = "token-signing-key.jwk";

  SigningKey findOrMake() {
    return SigningKey.parse(
        new KeptSecret(folder, FILE).findOrMake(() -> SigningKey.random().key().toJSONString()));
  }
}
