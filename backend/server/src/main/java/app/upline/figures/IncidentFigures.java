package app.upline.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both sides are told of the incidents that they may see. */
public record IncidentFigures(
    long total,
    List<Figure> byMonth,
    List<Figure> byCategory,
    List<Figure> bySeverity,
    List<Figure> byState,
    List<Figure> byLeadChannel,
    List<Figure> bySubcontractor,
    OnTimeCounts timeliness,
    @Nullable Double medianDaysToReport,
    @Nullable Double medianDaysToDecision) {}
