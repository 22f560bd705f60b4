package app.upline.audit;

/**
 * An operation changed rows and said nothing to the trail, so its transaction was rolled back: call
 * {@link AuditTrail#changed} in it. A mistake of ours, never of a caller's.
 */
public final class UnauditedChangeException extends RuntimeException {
  UnauditedChangeException(String operation) {
    super(operation + " changed rows and said nothing to the audit trail (docs/audit.md)");
  }
}
