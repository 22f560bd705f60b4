/** The search over HTTP. */
@NullMarked
package app.upline.search.web;

import org.jspecify.annotations.NullMarked;
