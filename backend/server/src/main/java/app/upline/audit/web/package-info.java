/** The audit trail over HTTP, and the filter that gives every request its event. */
@NullMarked
package app.upline.audit.web;

import org.jspecify.annotations.NullMarked;
