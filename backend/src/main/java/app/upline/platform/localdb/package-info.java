/**
 * A MariaDB server of our own for local development and tests, so that nothing need be installed.
 */
@NullMarked
package app.upline.platform.localdb;

import org.jspecify.annotations.NullMarked;
