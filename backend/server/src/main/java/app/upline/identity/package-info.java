/** People, their roles and organizations, their sessions, and the tokens that prove who calls. */
@NullMarked
package app.upline.identity;

import org.jspecify.annotations.NullMarked;
