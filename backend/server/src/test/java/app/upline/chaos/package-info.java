/** What was acknowledged is there, whatever dies and whenever. */
@NullMarked
package app.upline.chaos;

import org.jspecify.annotations.NullMarked;
