/** Pages of a list, each beginning where the one before ended. */
@NullMarked
package app.upline.platform.paging;

import org.jspecify.annotations.NullMarked;
