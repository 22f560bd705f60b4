package app.upline.platform.throttle;

import app.upline.platform.digest.Sha256;

/** Something tried, and who or what it is counted for. */
public record LimitedAttempt(Limit limit, String subject) {

  /** Under what it is counted: no address or name is kept. */
  String bucket() {
    return Sha256.hex(limit.name() + '\n' + subject);
  }
}
