/**
 * How guessing is held off: failures counted by account and place, and the ways past a limit for
 * the owner.
 */
@NullMarked
package app.upline.identity.limits;

import org.jspecify.annotations.NullMarked;
