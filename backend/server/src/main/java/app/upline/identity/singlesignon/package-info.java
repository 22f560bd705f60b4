/** Single sign-on: an organization's identity provider, and who comes from it. */
@NullMarked
package app.upline.identity.singlesignon;

import org.jspecify.annotations.NullMarked;
