package app.upline.relationship;

import app.upline.platform.validation.Fault;
import java.util.List;

/**
 * A relationship as it was just saved, and what its agency should look at.
 *
 * @param warnings what does not forbid saving, but may not be meant
 * @param possibleDuplicates relationships of the agency that may be with the same entity
 */
public record SavedRelationship(
    Relationship relationship, List<Fault> warnings, List<PossibleDuplicate> possibleDuplicates) {}
