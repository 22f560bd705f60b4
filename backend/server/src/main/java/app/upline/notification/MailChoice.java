package app.upline.notification;

/** How a person is told by mail; the codes are those of the contract, the most eager first. */
public enum MailChoice {
  AT_ONCE,
  DIGEST,
  NONE
}
