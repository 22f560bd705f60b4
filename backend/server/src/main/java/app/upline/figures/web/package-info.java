/** The figures over HTTP. */
@NullMarked
package app.upline.figures.web;

import org.jspecify.annotations.NullMarked;
