/**
 * Where keys come from, and how the database knows them again, so that nothing is ever written with
 * a wrong one.
 */
@NullMarked
package app.upline.platform.keys;

import org.jspecify.annotations.NullMarked;
