/**
 * The audit trail: who did what, when, from where and to which object, in a chain per organization
 * that cannot be changed unseen.
 *
 * <p>A feature says one line inside the transaction of its change, {@code
 * audit.changed("relationship", id, reference, before, after)} with the digests of the content; all
 * else about the event is known already ({@link Operation}). Requests whose features say nothing
 * (reads, refusals, failures) get their event from the filter. See docs/audit.md.
 */
@NullMarked
package app.upline.audit;

import org.jspecify.annotations.NullMarked;
