package app.upline.oversight;

import app.upline.agency.CarrierLock;
import app.upline.agency.ReportingCalendar;
import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lists that a carrier owes CMS and the states: drafted, looked at, declared final, frozen. */
@Singleton
public final class ExtractService {

  private static final int ALL = Integer.MAX_VALUE;

  private final Database database;
  private final ExtractRows rows;
  private final CarrierLock lock;
  private final ExtractSource source;
  private final ExtractContent content;
  private final ReportingCalendar calendar;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  ExtractService(
      Database database,
      ExtractRows rows,
      CarrierLock lock,
      ExtractSource source,
      ExtractContent content,
      ReportingCalendar calendar,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.lock = lock;
    this.source = source;
    this.content = content;
    this.calendar = calendar;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public Page<Extract> page(
      CurrentUser user, ExtractFilter filter, Direction direction, PageRequest request) {
    return database.reading(() -> rows.page(user, filter, direction, request));
  }

  public Optional<Extract> find(CurrentUser user, UUID id) {
    return database.reading(() -> rows.find(user, id));
  }

  /** The rows, frozen or as they are now; none of a discarded draft. */
  public Optional<List<ExtractRow>> rows(CurrentUser user, UUID id, int after, int most) {
    return database.reading(
        () -> rows.find(user, id).map(extract -> numbered(extract, after, most)));
  }

  /** All rows of an extract. */
  public List<ExtractRow> allRows(Extract extract) {
    return database.reading(() -> numbered(extract, 0, ALL));
  }

  /** The bytes of a final extract's hash; empty for others. */
  public Optional<byte[]> content(Extract extract) {
    return Optional.ofNullable(extract.seal())
        .map(
            seal ->
                content.bytes(
                    extract, seal, database.reading(() -> rows.lines(extract.id(), 0, ALL))));
  }

  public Outcome<Extract> draft(
      CurrentUser user, @Nullable ExtractKind kind, @Nullable String month) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<YearMonth> period = period(month);
          if (kind == null || period.isEmpty()) {
            return Outcome.invalid(
                kind == null ? "/kind" : "/period",
                "REQUIRED",
                "Enter the list and the month, such as 2026-03.");
          }
          if (period
              .get()
              .isAfter(YearMonth.now(clock.withZone(calendar.of(user.carrierId()).timeZone())))) {
            return Outcome.invalid("/period", "FUTURE", "This month has not begun yet.");
          }
          lock.hold(user.carrierId());
          if (rows.findDraft(user.carrierId(), kind, period.get().toString()).isPresent()) {
            return Outcome.refused(
                new Refusal.DraftExists(
                    "There is a draft of this list for %s already. Finalize or discard it first."
                        .formatted(period.get())));
          }
          UUID id = ids.next();
          rows.save(KeptExtract.draft(id, user, kind, period.get(), clock.instant()));
          return done(null, rows.find(user, id).orElseThrow());
        });
  }

  /** Freezes the rows as they are now. */
  public Outcome<Extract> finish(CurrentUser user, UUID id, ExpectedVersion expected) {
    return take(
        user,
        id,
        expected,
        extract -> {
          List<String> lines = worked(extract).stream().map(content::line).toList();
          int number =
              rows.finals(user.carrierId(), extract.kind(), extract.period().toString()) + 1;
          Extract.Seal unhashed =
              new Extract.Seal(number, lines.size(), "", clock.instant(), user.name());
          String hash = content.sha256(content.bytes(extract, unhashed, lines));
          rows.finalize(
              user,
              extract,
              new Extract.Seal(number, lines.size(), hash, unhashed.at(), unhashed.by()),
              lines);
        });
  }

  public Outcome<Extract> discard(CurrentUser user, UUID id, ExpectedVersion expected) {
    return take(user, id, expected, extract -> rows.discard(user.carrierId(), id));
  }

  private Outcome<Extract> take(
      CurrentUser user, UUID id, ExpectedVersion expected, Consumer<Extract> work) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(user.carrierId());
          Optional<Extract> found = rows.findToChange(user, id);
          if (found.isEmpty()) {
            return Outcome.notFound("extract");
          }
          Extract extract = found.get();
          return expected.ifCurrent(extract.version(), () -> taken(user, extract, work));
        });
  }

  private Outcome<Extract> taken(CurrentUser user, Extract extract, Consumer<Extract> work) {
    if (extract.state() != Extract.State.DRAFT) {
      return Outcome.wrongState(
          extract.state() == Extract.State.FINAL
              ? "The extract is final; draft another one, which becomes its next version."
              : "The draft was discarded.");
    }
    work.accept(extract);
    return done(extract, rows.find(user, extract.id()).orElseThrow());
  }

  private Outcome<Extract> done(@Nullable Extract before, Extract after) {
    audit.changed(
        "extract", after.id(), null, before == null ? null : digest(before), digest(after));
    return Outcome.done(after);
  }

  private static String digest(Extract extract) {
    Extract.Seal seal = extract.seal();
    return Digest.of(
        extract.kind(),
        extract.period(),
        extract.version(),
        extract.state(),
        seal == null ? null : seal.contentSha256());
  }

  private List<ExtractRow> numbered(Extract extract, int after, int most) {
    List<Map<String, String>> values =
        switch (extract.state()) {
          case FINAL ->
              rows.lines(extract.id(), after, most).stream().map(content::values).toList();
          case DRAFT -> worked(extract).stream().skip(after).limit(most).toList();
          case DISCARDED -> List.of();
        };
    List<ExtractRow> numbered = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      numbered.add(new ExtractRow(after + i + 1, values.get(i)));
    }
    return numbered;
  }

  private List<Map<String, String>> worked(Extract extract) {
    UUID carrierId = extract.carrier().id();
    return source.rows(
        carrierId, extract.kind(), extract.period(), calendar.of(carrierId).timeZone());
  }

  private static Optional<YearMonth> period(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(YearMonth.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
