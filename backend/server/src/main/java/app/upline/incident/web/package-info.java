/** Incidents over HTTP: unpack, one call, map back. */
@NullMarked
package app.upline.incident.web;

import org.jspecify.annotations.NullMarked;
