/**
 * The register: which third-party marketing organizations work for an agency, and every revision of
 * what is known of them.
 */
@NullMarked
package app.upline.relationship;

import org.jspecify.annotations.NullMarked;
