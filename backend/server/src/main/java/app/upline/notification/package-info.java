/**
 * Who is told what happened: rooms publish events of one catalog in the transaction in which they
 * happen, and here people find them in the application and by mail. Knows none of those rooms.
 */
@NullMarked
package app.upline.notification;

import org.jspecify.annotations.NullMarked;
