/**
 * Counting attempts to guess, in the database so that all instances count together, and requests,
 * in the memory of each.
 */
@NullMarked
package app.upline.platform.throttle;

import org.jspecify.annotations.NullMarked;
