/** Signing in, refreshing and signing out over HTTP, and who the caller is. */
@NullMarked
package app.upline.identity.web;

import org.jspecify.annotations.NullMarked;
