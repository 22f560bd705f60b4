/** Passwords: how they are hashed, what is asked of them, how many are checked at once. */
@NullMarked
package app.upline.identity.password;

import org.jspecify.annotations.NullMarked;
