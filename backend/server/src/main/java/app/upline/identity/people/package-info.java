/** An organization's people: invited, given roles, changed, disabled; by its administrators. */
@NullMarked
package app.upline.identity.people;

import org.jspecify.annotations.NullMarked;
