/** Access tokens and the keys that sign them: issued, published, checked, rotated. */
@NullMarked
package app.upline.identity.token;

import org.jspecify.annotations.NullMarked;
