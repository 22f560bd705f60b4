/** Serves the application that people use in their browsers, from the jar. */
@NullMarked
package app.upline.platform.page;

import org.jspecify.annotations.NullMarked;
