package app.upline.identity.token;

/**
 * The public half of a key on P-256.
 *
 * @param id its thumbprint
 * @param x in base64url
 * @param y in base64url
 */
public record PublishedKey(String id, String x, String y) {}
