/** Data that is kept unreadable: sealed with keys from outside the database, and re-sealed. */
@NullMarked
package app.upline.platform.encryption;

import org.jspecify.annotations.NullMarked;
