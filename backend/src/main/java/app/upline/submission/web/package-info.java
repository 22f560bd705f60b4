/** Submissions, their review, and the carrier's register over HTTP. */
@NullMarked
package app.upline.submission.web;

import org.jspecify.annotations.NullMarked;
