/**
 * Sign-in at an organization's own OpenID provider: finding it, sending people there, believing it.
 */
@NullMarked
package app.upline.platform.oidc;

import org.jspecify.annotations.NullMarked;
