/** The operations on legal holds. */
@NullMarked
package app.upline.retention.web;

import org.jspecify.annotations.NullMarked;
