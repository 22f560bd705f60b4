/**
 * Signing in and out with a password or a mailed link, refresh tokens, one's own sessions and
 * password, proof of presence before sensitive steps.
 */
@NullMarked
package app.upline.identity.session;

import org.jspecify.annotations.NullMarked;
