/** The contract's codes of submissions, for the rooms that show one. */
@NullMarked
package app.upline.submission.model;

import org.jspecify.annotations.NullMarked;
