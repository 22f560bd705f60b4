package app.upline.sheet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an agency's people said of the columns of a sheet, to be used again.
 *
 * @param subject which kind of record such sheets are about
 * @param name what people call it; that of the file it was said of, unless they say another
 * @param headings of the sheets that it fits
 * @param changedBy the name of who said it last
 */
public record RememberedMapping(
    UUID id,
    SheetSubject subject,
    String name,
    List<String> headings,
    SheetMapping mapping,
    int version,
    Instant createdAt,
    Instant changedAt,
    String changedBy) {}
