/** What people change of their own account: what they are called, and where they are written to. */
@NullMarked
package app.upline.identity.account;

import org.jspecify.annotations.NullMarked;
