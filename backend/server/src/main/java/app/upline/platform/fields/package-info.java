/**
 * Fields of a record described once: how each is read from JSON and from what a clerk types, how it
 * is written, named and compared.
 */
@NullMarked
package app.upline.platform.fields;

import org.jspecify.annotations.NullMarked;
