/** The second factor: its secret, one-time codes, recovery codes. */
@NullMarked
package app.upline.identity.secondfactor;

import org.jspecify.annotations.NullMarked;
