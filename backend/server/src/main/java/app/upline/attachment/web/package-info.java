/** Attachments over HTTP. */
@NullMarked
package app.upline.attachment.web;

import org.jspecify.annotations.NullMarked;
