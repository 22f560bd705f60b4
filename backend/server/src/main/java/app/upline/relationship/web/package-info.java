/** The register and its workbooks over HTTP. */
@NullMarked
package app.upline.relationship.web;

import org.jspecify.annotations.NullMarked;
