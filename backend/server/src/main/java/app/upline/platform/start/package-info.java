/**
 * Starting: what may refuse a start, how that is said in one sentence, and what is said when ready.
 */
@NullMarked
package app.upline.platform.start;

import org.jspecify.annotations.NullMarked;
