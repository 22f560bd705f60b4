/** Service accounts: machines of an organization, their secrets, keys, scopes and tokens. */
@NullMarked
package app.upline.identity.serviceaccount;

import org.jspecify.annotations.NullMarked;
