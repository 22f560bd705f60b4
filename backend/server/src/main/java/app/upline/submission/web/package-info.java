/** Submissions and their review over HTTP. */
@NullMarked
package app.upline.submission.web;

import org.jspecify.annotations.NullMarked;
