/** How agencies come in and live, in the contract's words. */
@NullMarked
package app.upline.onboarding.web;

import org.jspecify.annotations.NullMarked;
