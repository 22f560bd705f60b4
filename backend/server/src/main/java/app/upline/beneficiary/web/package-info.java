/** The beneficiary block of an incident over HTTP. */
@NullMarked
package app.upline.beneficiary.web;

import org.jspecify.annotations.NullMarked;
