/**
 * Whom an incident happened to: optional, sealed, shown masked, read in clear for a recorded reason
 * only.
 */
@NullMarked
package app.upline.beneficiary;

import org.jspecify.annotations.NullMarked;
