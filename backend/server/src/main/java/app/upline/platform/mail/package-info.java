/** Mail: put down in the transaction of what it tells of, sent afterwards, again when it fails. */
@NullMarked
package app.upline.platform.mail;

import org.jspecify.annotations.NullMarked;
