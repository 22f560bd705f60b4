/** Counting attempts, in the database so that all instances count together. */
@NullMarked
package app.upline.platform.throttle;

import org.jspecify.annotations.NullMarked;
