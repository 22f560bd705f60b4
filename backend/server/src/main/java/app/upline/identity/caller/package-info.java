/** Who makes a request: every caller is looked up, every time. */
@NullMarked
package app.upline.identity.caller;

import org.jspecify.annotations.NullMarked;
