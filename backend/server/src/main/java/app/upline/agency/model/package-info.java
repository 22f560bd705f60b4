/** The contract's codes of organizations, for every room that shows one. */
@NullMarked
package app.upline.agency.model;

import org.jspecify.annotations.NullMarked;
