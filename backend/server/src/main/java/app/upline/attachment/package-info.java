/**
 * Files that are evidence of an incident: added, taken off, and read by those who see the incident.
 */
@NullMarked
package app.upline.attachment;

import org.jspecify.annotations.NullMarked;
