/**
 * A small fictional world to try the product on; only where it is asked for, and only in an empty
 * database.
 */
@NullMarked
package app.upline.demo;

import org.jspecify.annotations.NullMarked;
