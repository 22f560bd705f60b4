/**
 * What a carrier does with the incidents that were disclosed to it: triage, findings, corrective
 * action plans, and the lists it owes CMS and the states.
 */
@NullMarked
package app.upline.oversight;

import org.jspecify.annotations.NullMarked;
