/** Rows that say nothing any more once their time is over, and who removes them. */
@NullMarked
package app.upline.platform.sweep;

import org.jspecify.annotations.NullMarked;
