/** Text as people write it, brought into forms that can be compared and searched. */
@NullMarked
package app.upline.platform.text;

import org.jspecify.annotations.NullMarked;
