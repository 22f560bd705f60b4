/**
 * Code lists: a code for machines, a label for people, and how to tell which code a person meant.
 */
@NullMarked
package app.upline.platform.code;

import org.jspecify.annotations.NullMarked;
