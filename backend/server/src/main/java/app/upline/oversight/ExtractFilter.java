package app.upline.oversight;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Which extracts are wanted; what is null does not matter. */
public record ExtractFilter(
    @Nullable ExtractKind kind, @Nullable YearMonth period, Extract.@Nullable State state) {}
