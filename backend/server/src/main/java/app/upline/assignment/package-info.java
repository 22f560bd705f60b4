/** Who of an organization has which of its open work, and how that changes hands. */
@NullMarked
package app.upline.assignment;

import org.jspecify.annotations.NullMarked;
