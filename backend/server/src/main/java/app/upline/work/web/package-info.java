/** The work list of the contract. */
@NullMarked
package app.upline.work.web;

import org.jspecify.annotations.NullMarked;
