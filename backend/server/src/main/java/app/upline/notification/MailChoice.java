package app.upline.notification;

/** How somebody is told by mail; the codes are those of the contract, the most eager first. */
public enum MailChoice {
  AT_ONCE,
  DIGEST,
  NONE
}
