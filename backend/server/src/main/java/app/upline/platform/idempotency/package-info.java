/** Requests that carry an Idempotency-Key act once, however often they are sent. */
@NullMarked
package app.upline.platform.idempotency;

import org.jspecify.annotations.NullMarked;
