/** Uploads and their outcome over HTTP, for every kind of record. */
@NullMarked
package app.upline.sheet.web;

import org.jspecify.annotations.NullMarked;
