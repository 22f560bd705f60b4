/** Identifiers, and what a database error means in our own words. */
@NullMarked
package app.upline.platform.persistence;

import org.jspecify.annotations.NullMarked;
