/**
 * One box for everything: the rooms that can find something say what they find ({@code
 * SearchSource}). Knows none of them.
 */
@NullMarked
package app.upline.search;

import org.jspecify.annotations.NullMarked;
