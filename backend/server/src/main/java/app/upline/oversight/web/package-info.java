/** Triage, findings, corrective action plans and extracts over HTTP. */
@NullMarked
package app.upline.oversight.web;

import org.jspecify.annotations.NullMarked;
