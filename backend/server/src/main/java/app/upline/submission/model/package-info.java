/** The contract's codes of submissions, for whoever shows one. */
@NullMarked
package app.upline.submission.model;

import org.jspecify.annotations.NullMarked;
