/** Each month of an agency with a carrier: what was due, what was reported, who owes what. */
@NullMarked
package app.upline.period;

import org.jspecify.annotations.NullMarked;
