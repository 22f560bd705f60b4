/** How carriers, agencies and their first administrators come in: by the operator's command. */
@NullMarked
package app.upline.onboarding;

import org.jspecify.annotations.NullMarked;
