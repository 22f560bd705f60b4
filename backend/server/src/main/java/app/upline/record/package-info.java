/**
 * What every record of an agency has in common, whatever it is about: a head, revisions that are
 * only ever added, and an index by which it is found.
 */
@NullMarked
package app.upline.record;

import org.jspecify.annotations.NullMarked;
