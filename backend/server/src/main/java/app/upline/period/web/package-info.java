/** Reporting periods over HTTP. */
@NullMarked
package app.upline.period.web;

import org.jspecify.annotations.NullMarked;
