/**
 * What carriers hold: the register and the incidents as disclosed to them, on any day, and the
 * history of each disclosure.
 */
@NullMarked
package app.upline.disclosure;

import org.jspecify.annotations.NullMarked;
