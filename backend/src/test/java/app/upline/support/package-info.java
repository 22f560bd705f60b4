/** What tests of a running server share: people to sign in, and requests that carry their token. */
@NullMarked
package app.upline.support;

import org.jspecify.annotations.NullMarked;
