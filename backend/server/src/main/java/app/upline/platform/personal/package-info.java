/** Numbers and addresses by which a person is known: found in free text, and masked. */
@NullMarked
package app.upline.platform.personal;

import org.jspecify.annotations.NullMarked;
