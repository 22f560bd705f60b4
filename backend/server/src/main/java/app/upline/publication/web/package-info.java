/** Announcements of the contract. */
@NullMarked
package app.upline.publication.web;

import org.jspecify.annotations.NullMarked;
