/**
 * What one organization may take of what all share: its part of the long work that is done at a
 * time, and of the connections to the database.
 */
@NullMarked
package app.upline.platform.share;

import org.jspecify.annotations.NullMarked;
