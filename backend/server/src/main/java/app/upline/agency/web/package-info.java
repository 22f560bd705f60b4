/** The directory of carriers and agencies over HTTP. */
@NullMarked
package app.upline.agency.web;

import org.jspecify.annotations.NullMarked;
