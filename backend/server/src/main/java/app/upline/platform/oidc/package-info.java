/** Sign-in at somebody else's OpenID provider: finding it, sending people there, believing it. */
@NullMarked
package app.upline.platform.oidc;

import org.jspecify.annotations.NullMarked;
