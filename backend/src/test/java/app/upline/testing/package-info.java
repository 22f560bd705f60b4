/** What the tests share: nothing in here knows a feature. */
@NullMarked
package app.upline.testing;

import org.jspecify.annotations.NullMarked;
