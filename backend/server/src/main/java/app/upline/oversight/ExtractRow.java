package app.upline.oversight;

import java.util.Map;

/**
 * A row of a list.
 *
 * @param number its place, from 1
 * @param values by column; those without one are left out
 */
public record ExtractRow(int number, Map<String, String> values) {}
