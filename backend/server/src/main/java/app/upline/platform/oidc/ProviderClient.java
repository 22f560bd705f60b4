package app.upline.platform.oidc;

/** Ourselves, as one provider knows us. */
public record ProviderClient(String issuer, String clientId, String secret) {

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "ProviderClient[%s, %s]".formatted(issuer, clientId);
  }
}
