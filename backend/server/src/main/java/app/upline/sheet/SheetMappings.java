package app.upline.sheet;

import app.upline.agency.AgencyLock;
import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.digest.Sha256;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import app.upline.workbook.Columns;
import app.upline.workbook.Heading;
import app.upline.workbook.Headings;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What agencies said of sheets, remembered by their headings: for the same headings nothing is
 * asked twice, and for any other nothing is guessed (ADR 19).
 */
@Singleton
public final class SheetMappings {

  private static final String NOUN = "mapping";
  private static final int LONGEST_NAME = 200;
  private static final KeyOrder MAPPINGS =
      KeyOrder.of("sheet_mapping m", "sheet_mapping_by_agency");

  private final SheetMappingRows rows;
  private final Database database;
  private final AgencyLock lock;
  private final StoredJson json;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  SheetMappings(
      SheetMappingRows rows,
      Database database,
      AgencyLock lock,
      StoredJson json,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.database = database;
    this.lock = lock;
    this.json = json;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** What a mapping is to be. */
  public record Draft(String name, SheetMapping mapping) {}

  /** What the agency said of such headings, overridden by what the sender says now. */
  MappingSource source(CurrentUser user, String subject) {
    return (headings, said) -> {
      RememberedMapping found = find(user, subject, headings).orElse(null);
      return found == null
          ? new MappingSource.Found(said, null)
          : new MappingSource.Found(said.over(found.mapping(), headings), found);
    };
  }

  private Optional<RememberedMapping> find(CurrentUser user, String subject, Headings headings) {
    return database.reading(
        () -> rows.findByHeadings(user.agencyId(), subject, digest(headings)).map(this::mapping));
  }

  /** Remembers what was said of these headings, in place of what was said before. */
  void remember(
      CurrentUser user, String subject, Headings headings, SheetMapping used, String name) {
    SheetMapping mapping = used.byHeading(headings);
    String digest = digest(headings);
    if (find(user, subject, headings).filter(m -> m.mapping().equals(mapping)).isPresent()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    database.writing(
        () -> {
          // So that two who upload the same sheet do not both remember it.
          lock.hold(user.agencyId());
          Optional<SheetMappingRow> before = rows.findByHeadings(user.agencyId(), subject, digest);
          UUID id = before.map(SheetMappingRow::id).orElseGet(ids::next);
          if (before.isPresent()) {
            rows.change(
                user.agencyId(),
                id,
                before.get().name(),
                json.text(mapping),
                now,
                user.id(),
                user.name());
          } else {
            List<String> texts = headings.headings().stream().map(Heading::text).toList();
            rows.save(
                new SheetMappingRow(
                    id,
                    user.agencyId(),
                    subject,
                    digest,
                    name,
                    json.text(texts),
                    json.text(mapping),
                    1,
                    now,
                    now,
                    user.id(),
                    user.name()));
          }
          audit.changed(
              NOUN,
              id,
              null,
              before.map(row -> Digest.of(row.mapping())).orElse(null),
              Digest.of(json.text(mapping)));
          return id;
        });
  }

  /** The agency's, newest first. */
  public Page<RememberedMapping> list(CurrentUser user, PageRequest page) {
    Sql sql = MAPPINGS.select("m.*").add("where m.agency_id = ?", user.agencyId());
    if (!page.isFirst()) {
      sql.add("and m.id < ?", page.afterId());
    }
    sql.add("order by m.id desc limit ?", page.limit() + 1);
    List<RememberedMapping> found =
        database.reading(() -> database.query(sql, SheetMappingRow.class)).stream()
            .map(this::mapping)
            .toList();
    return Page.of(found, page.limit(), last -> List.of(last.id().toString()));
  }

  public Optional<RememberedMapping> find(CurrentUser user, UUID id) {
    return database.reading(() -> rows.find(user.agencyId(), id).map(this::mapping));
  }

  /**
   * Says something else of the same headings.
   *
   * @param columns of the kind of record, by its subject
   */
  public Outcome<RememberedMapping> replace(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Draft draft,
      Function<String, Columns> columns) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return locked(
        user,
        id,
        expected,
        before -> {
          List<Fault> faults = faults(draft, before, columns.apply(before.subject().name()));
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          rows.change(
              user.agencyId(),
              id,
              draft.name().strip(),
              json.text(draft.mapping()),
              now,
              user.id(),
              user.name());
          RememberedMapping after = mapping(rows.find(user.agencyId(), id).orElseThrow());
          audit.changed(NOUN, id, null, digest(before), digest(after));
          return Outcome.done(after);
        });
  }

  /** Forgets it: the next such sheet is asked about again. */
  public Outcome<RememberedMapping> remove(CurrentUser user, UUID id, ExpectedVersion expected) {
    return locked(
        user,
        id,
        expected,
        before -> {
          rows.remove(user.agencyId(), id);
          audit.changed(NOUN, id, null, digest(before), null);
          return Outcome.done(before);
        });
  }

  private Outcome<RememberedMapping> locked(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Function<RememberedMapping, Outcome<RememberedMapping>> work) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          RememberedMapping found =
              rows.findAndLock(user.agencyId(), id).map(this::mapping).orElse(null);
          return found == null
              ? Outcome.notFound(NOUN)
              : expected.ifCurrent(found.version(), () -> work.apply(found));
        });
  }

  private static List<Fault> faults(Draft draft, RememberedMapping before, Columns columns) {
    List<Fault> faults = new ArrayList<>();
    String name = draft.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      faults.add(new Fault("/name", "LENGTH", "Enter 1 to %d characters.".formatted(LONGEST_NAME)));
    }
    PersonalNumbers.fault("/name", name).ifPresent(faults::add);
    Set<String> headings = new HashSet<>();
    before.headings().forEach(heading -> headings.add(heading.strip().toLowerCase(Locale.ROOT)));
    Set<String> named = new HashSet<>();
    for (int i = 0; i < draft.mapping().columns().size(); i++) {
      SheetMapping.Column column = draft.mapping().columns().get(i);
      String plain = column.column().strip().toLowerCase(Locale.ROOT);
      boolean letter = plain.matches("[a-z]{1,3}");
      if (!headings.contains(plain) && !letter) {
        faults.add(
            new Fault(
                "/columns/%d/column".formatted(i),
                "UNKNOWN_COLUMN",
                "The sheets that this mapping fits have no such heading."));
      } else if (!named.add(plain)) {
        faults.add(
            new Fault(
                "/columns/%d/column".formatted(i),
                "DUPLICATE_COLUMN",
                "This column is named twice."));
      }
    }
    faults.addAll(MappingRules.faults(draft.mapping(), columns));
    return faults;
  }

  /** Of the headings as a set, unless some say the same: then it counts which stands where. */
  private static String digest(Headings headings) {
    List<String> texts =
        headings.headings().stream().map(heading -> Words.squeeze(heading.text())).toList();
    boolean distinct = new HashSet<>(texts).size() == texts.size();
    List<String> named =
        distinct
            ? texts.stream().sorted().toList()
            : headings.headings().stream()
                .map(heading -> heading.letter() + " " + Words.squeeze(heading.text()))
                .toList();
    return Sha256.hex(String.join("\n", named));
  }

  private String digest(RememberedMapping mapping) {
    return Digest.of(mapping.name(), json.text(mapping.mapping()));
  }

  private RememberedMapping mapping(SheetMappingRow row) {
    return new RememberedMapping(
        row.id(),
        SheetSubject.valueOf(row.subject()),
        row.name(),
        json.read(row.headings(), Argument.listOf(String.class)),
        json.read(row.mapping(), Argument.of(SheetMapping.class)),
        row.version(),
        row.createdAt(),
        row.changedAt(),
        row.changerName());
  }
}
