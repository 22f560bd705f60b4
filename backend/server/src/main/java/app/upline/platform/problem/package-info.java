/** Every error answer: the catalog of problem types, and what turns a failure into one of them. */
@NullMarked
package app.upline.platform.problem;

import org.jspecify.annotations.NullMarked;
