/** Requests that no client should send, derived from the contract, and who sends them. */
@NullMarked
package app.upline.testing.nasty;

import org.jspecify.annotations.NullMarked;
