/**
 * How a filled sheet becomes records, and what came of it, for every kind of record: the features
 * say what their sheet looks like and what a row means.
 */
@NullMarked
package app.upline.sheet;

import org.jspecify.annotations.NullMarked;
