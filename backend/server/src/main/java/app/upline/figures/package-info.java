/**
 * How many incidents there were, of what, how soon they were told and decided: for a carrier over
 * what it holds, for an agency over its own and, suppressed, over the others'.
 */
@NullMarked
package app.upline.figures;

import org.jspecify.annotations.NullMarked;
