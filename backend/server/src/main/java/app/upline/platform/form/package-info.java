/** Forms as they arrive: read part by part, held to the contract, and never on a disk (ADR 18). */
@NullMarked
package app.upline.platform.form;

import org.jspecify.annotations.NullMarked;
