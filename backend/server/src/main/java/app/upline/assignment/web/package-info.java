/** Colleagues and assignments of the contract. */
@NullMarked
package app.upline.assignment.web;

import org.jspecify.annotations.NullMarked;
