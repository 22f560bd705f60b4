/** Digests that identify content. */
@NullMarked
package app.upline.platform.digest;

import org.jspecify.annotations.NullMarked;
