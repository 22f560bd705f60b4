/** The places elsewhere that audit checkpoints are sent to: a file, mail, syslog, a program. */
@NullMarked
package app.upline.audit.delivery;

import org.jspecify.annotations.NullMarked;
