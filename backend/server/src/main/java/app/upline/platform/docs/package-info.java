/** Serves the contract and a page that people can read it on, all of it from this server. */
@NullMarked
package app.upline.platform.docs;

import org.jspecify.annotations.NullMarked;
