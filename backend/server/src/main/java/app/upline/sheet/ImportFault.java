package app.upline.sheet;

import org.jspecify.annotations.Nullable;

/**
 * One thing to be fixed in an uploaded sheet. It never repeats a personal value.
 *
 * @param cell null when no column of the sheet holds the field
 * @param column the header as the sheet has it, else the name of the field
 */
public record ImportFault(
    String sheet,
    int row,
    @Nullable String cell,
    String column,
    @Nullable String field,
    String code,
    String message) {}
