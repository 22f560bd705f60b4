/** Knows keys from outside the database again, so that nothing is ever written with a wrong one. */
@NullMarked
package app.upline.platform.keys;

import org.jspecify.annotations.NullMarked;
