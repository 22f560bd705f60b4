/** What a carrier tells its agencies of its own accord, whom it reached, and who has read it. */
@NullMarked
package app.upline.publication;

import org.jspecify.annotations.NullMarked;
