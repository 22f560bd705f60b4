package app.upline.record;

/**
 * What a record was from one change to the next.
 *
 * @param changedBy the name of who recorded it
 */
public record Revision<R>(R record, String changedBy, Origin origin) {}
