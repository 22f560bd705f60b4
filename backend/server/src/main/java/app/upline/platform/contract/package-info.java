/** What the contract itself says, for operations that repeat it. */
@NullMarked
package app.upline.platform.contract;

import org.jspecify.annotations.NullMarked;
