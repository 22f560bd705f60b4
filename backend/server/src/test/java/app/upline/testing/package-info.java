/**
 * What the tests share: people to sign in, the contract, and a filter that holds requests to it.
 */
@NullMarked
package app.upline.testing;

import org.jspecify.annotations.NullMarked;
