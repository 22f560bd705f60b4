/** Notifications, and how people want to be told, as the contract has them. */
@NullMarked
package app.upline.notification.web;

import org.jspecify.annotations.NullMarked;
