/** The operations on what carriers hold. */
@NullMarked
package app.upline.disclosure.web;

import org.jspecify.annotations.NullMarked;
