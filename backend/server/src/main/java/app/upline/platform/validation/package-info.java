/** What is wrong with a request, said so that the sender can fix it. */
@NullMarked
package app.upline.platform.validation;

import org.jspecify.annotations.NullMarked;
