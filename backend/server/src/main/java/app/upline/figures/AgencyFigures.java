package app.upline.figures;

import app.upline.oversight.OpenActions;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * An agency's figures over the months from the first to the last.
 *
 * @param comparison null unless a carrier was named and a closed quarter lies within the months
 */
public record AgencyFigures(
    YearMonth from,
    YearMonth to,
    IncidentFigures incidents,
    OpenActions correctiveActions,
    @Nullable Comparison comparison) {}
