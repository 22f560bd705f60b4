/** Migrations of the schema by an account of their own, which leaves the application's the less. */
@NullMarked
package app.upline.platform.migration;

import org.jspecify.annotations.NullMarked;
