/** Lists whose every page is a range of a key (ADR 3). */
@NullMarked
package app.upline.platform.listing;

import org.jspecify.annotations.NullMarked;
