/** Batches of records over HTTP, for every kind of record. */
@NullMarked
package app.upline.record.web;

import org.jspecify.annotations.NullMarked;
