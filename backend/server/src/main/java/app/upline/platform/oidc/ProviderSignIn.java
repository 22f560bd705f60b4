package app.upline.platform.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One sign-in under way. Nonce and code verifier follow from a secret that only the browser keeps:
 * no one else, not even a reader of our database, can finish what it began.
 *
 * @param state what comes back with the code
 * @param browserSecret kept by the program that began
 */
public record ProviderSignIn(String state, String browserSecret) {

  String nonce() {
    return derived("nonce");
  }

  String codeVerifier() {
    return derived("code_verifier");
  }

  private String derived(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(browserSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** Keeps the secrets out of logs. */
  @Override
  public String toString() {
    return "Attempt";
  }
}
