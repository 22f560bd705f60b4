package app.upline.relationship;

import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.SortedMap;

/**
 * What came of a sheet, or would have.
 *
 * @param faults by the row's number
 * @param written whether anything may have been changed
 */
public record BulkOutcome(
    int created,
    int changed,
    int unchanged,
    SortedMap<Integer, List<Fault>> faults,
    boolean written) {}
