package app.upline.sheet;

import java.util.List;
import java.util.Map;

/**
 * A row of an upload as the person who corrects it sees it.
 *
 * @param uploaded what its cells show, by field
 * @param correction what was put in place of them so far
 * @param faults what is wrong with it now
 */
public record RowToCorrect(
    int row, Map<String, String> uploaded, RowCorrection correction, List<ImportFault> faults) {}
