/**
 * An incident in the words of the contract, for every room that shows one: its agency's, and the
 * submissions'. As with relationships, this room alone may import both the contract and the
 * incidents.
 */
@NullMarked
package app.upline.incident.model;

import org.jspecify.annotations.NullMarked;
