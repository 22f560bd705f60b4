package app.upline.figures;

import app.upline.oversight.OpenActions;
import java.time.YearMonth;
import java.util.List;

/** A carrier's figures over the months from the first to the last. */
public record CarrierFigures(
    YearMonth from,
    YearMonth to,
    IncidentFigures incidents,
    List<Figure> byAgency,
    List<Figure> byUpline,
    OpenActions correctiveActions) {}
