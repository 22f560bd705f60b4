/** How a service says what came of a request: done, or refused and why. Knows nothing of HTTP. */
@NullMarked
package app.upline.platform.outcome;

import org.jspecify.annotations.NullMarked;
