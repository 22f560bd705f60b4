/** Incidents and the disciplinary actions taken because of them, and every revision of each. */
@NullMarked
package app.upline.incident;

import org.jspecify.annotations.NullMarked;
