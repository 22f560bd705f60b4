/**
 * How long things are kept: legal holds, which nothing outlasts, and the purge of what is older
 * than the retention.
 */
@NullMarked
package app.upline.retention;

import org.jspecify.annotations.NullMarked;
