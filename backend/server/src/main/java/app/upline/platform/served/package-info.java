/** Files of the class path as browsers are sent them: compressed once, with a validator. */
@NullMarked
package app.upline.platform.served;

import org.jspecify.annotations.NullMarked;
