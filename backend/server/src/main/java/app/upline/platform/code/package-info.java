/**
 * Code lists: a code for machines, a label for people, how to tell which code a person meant, and
 * which code of the contract it is.
 */
@NullMarked
package app.upline.platform.code;

import org.jspecify.annotations.NullMarked;
