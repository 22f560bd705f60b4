/** Files on their way to the caller, written as they are made. */
@NullMarked
package app.upline.platform.download;

import org.jspecify.annotations.NullMarked;
