/**
 * What only a laptop and the tests need, and no installation has: a MariaDB server of our own, so
 * that nothing need be installed; the demo's organizations; workbooks as no library writes them.
 */
@NullMarked
package app.upline.local;

import org.jspecify.annotations.NullMarked;
