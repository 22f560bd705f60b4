/** Carriers, agencies, the contracts between them, and what each carrier asks of its agencies. */
@NullMarked
package app.upline.agency;

import org.jspecify.annotations.NullMarked;
