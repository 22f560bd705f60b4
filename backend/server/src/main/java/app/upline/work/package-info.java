/**
 * What waits for the caller: the rooms that know of it say so ({@code WorkSource}), and here it is
 * put in one order. Knows none of them.
 */
@NullMarked
package app.upline.work;

import org.jspecify.annotations.NullMarked;
