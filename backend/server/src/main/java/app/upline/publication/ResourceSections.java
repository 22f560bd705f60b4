package app.upline.publication;

import static app.upline.platform.persistence.Database.uuid;
import static app.upline.platform.persistence.Database.uuidOrNull;

import app.upline.agency.CarrierLock;
import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sections of resource centers: a carrier's own, and for an agency those of its carriers. */
@Singleton
public final class ResourceSections {

  /** A carrier has a few dozen; readers find nothing among more. */
  private static final int MOST = 200;

  private static final int DEEPEST = 4;
  private static final int LONGEST = 100;
  private static final String NOUN = "section";

  private static final String SELECT =
      """
      select s.*, (select c.name from carrier c where c.id = s.carrier_id) as carrier_name
      from resource_section s
      """;

  private final Database database;
  private final CarrierLock lock;
  private final PublishingCarriers carriers;
  private final AuditTrail audit;
  private final Ids ids;

  ResourceSections(
      Database database, CarrierLock lock, PublishingCarriers carriers, AuditTrail audit, Ids ids) {
    this.database = database;
    this.lock = lock;
    this.carriers = carriers;
    this.audit = audit;
    this.ids = ids;
  }

  /** What a section is to be. */
  public record Draft(@Nullable UUID parentId, @Nullable String title, int position) {
    public Draft {
      title = title == null || title.isBlank() ? null : title.strip();
    }
  }

  /**
   * All of them, carrier by carrier; of an agency's carriers, those that it has a contract with.
   */
  public List<ResourceSection> all(CurrentUser user) {
    return database.reading(
        () -> carriers.of(user).stream().flatMap(carrier -> of(carrier.id()).stream()).toList());
  }

  private List<ResourceSection> of(UUID carrierId) {
    return database.query(
        Sql.of(SELECT).add("where s.carrier_id = ? order by s.id limit ?", carrierId, MOST),
        ResourceSections::section);
  }

  Optional<ResourceSection> find(UUID carrierId, UUID id) {
    return database.first(
        Sql.of(SELECT).add("where s.id = ? and s.carrier_id = ?", id, carrierId),
        ResourceSections::section);
  }

  public Outcome<ResourceSection> create(CurrentUser user, Draft draft) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(user.carrierId());
          List<ResourceSection> all = of(user.carrierId());
          if (all.size() >= MOST) {
            return Outcome.wrongState("There are %d sections already.".formatted(MOST));
          }
          UUID id = ids.next();
          List<Fault> faults = faults(id, draft, all);
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          database.update(
              Sql.of(
                  "insert into resource_section (id, carrier_id, parent_id, title, position, version) values (?, ?, ?, ?, ?, 1)",
                  id,
                  user.carrierId(),
                  draft.parentId(),
                  draft.title(),
                  draft.position()));
          ResourceSection made = find(user.carrierId(), id).orElseThrow();
          audit.changed(NOUN, id, null, null, made.digest());
          return Outcome.done(made);
        });
  }

  public Outcome<ResourceSection> replace(
      CurrentUser user, UUID id, ExpectedVersion expected, Draft draft) {
    return locked(
        user,
        id,
        expected,
        before -> {
          List<Fault> faults = faults(id, draft, of(user.carrierId()));
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          database.update(
              Sql.of(
                  "update resource_section set parent_id = ?, title = ?, position = ?, version = version + 1 where id = ?",
                  draft.parentId(),
                  draft.title(),
                  draft.position(),
                  id));
          ResourceSection after = find(user.carrierId(), id).orElseThrow();
          audit.changed(NOUN, id, null, before.digest(), after.digest());
          return Outcome.done(after);
        });
  }

  /** Takes an empty one away. */
  public Outcome<ResourceSection> remove(CurrentUser user, UUID id, ExpectedVersion expected) {
    return locked(
        user,
        id,
        expected,
        before -> {
          boolean holds =
              database
                  .first(
                      Sql.of(
                          """
                          select 1 from resource_section s where s.id = ?
                            and (exists (select 1 from resource r where r.section_id = s.id)
                              or exists (select 1 from resource_section c where c.parent_id = s.id))
                          """,
                          id),
                      row -> 1)
                  .isPresent();
          if (holds) {
            return Outcome.wrongState("Only an empty section can be removed.");
          }
          database.update(Sql.of("delete from resource_section where id = ?", id));
          audit.changed(NOUN, id, null, before.digest(), null);
          return Outcome.done(before);
        });
  }

  private Outcome<ResourceSection> locked(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Function<ResourceSection, Outcome<ResourceSection>> work) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          // All of the carrier's: of two that move beneath each other's, neither is below itself.
          lock.hold(user.carrierId());
          Optional<ResourceSection> found =
              database.first(
                  Sql.of(SELECT)
                      .add("where s.id = ? and s.carrier_id = ? for update", id, user.carrierId()),
                  ResourceSections::section);
          return found.isEmpty()
              ? Outcome.notFound(NOUN)
              : expected.ifCurrent(found.get().version(), () -> work.apply(found.get()));
        });
  }

  private static List<Fault> faults(UUID id, Draft draft, List<ResourceSection> all) {
    List<Fault> faults = new ArrayList<>();
    String title = draft.title();
    if (title == null) {
      faults.add(new Fault("/title", "REQUIRED", "Enter a title."));
    } else {
      if (title.length() > LONGEST) {
        faults.add(new Fault("/title", "LENGTH", "Enter 1 to %d characters.".formatted(LONGEST)));
      }
      PersonalNumbers.fault("/title", title).ifPresent(faults::add);
    }
    int depth = 1;
    for (UUID above = draft.parentId(); above != null && depth <= DEEPEST; depth++) {
      UUID wanted = above;
      Optional<ResourceSection> parent =
          all.stream().filter(one -> one.id().equals(wanted)).findFirst();
      if (parent.isEmpty() || wanted.equals(id)) {
        faults.add(new Fault("/parentId", "UNKNOWN_SECTION", "There is no such section above it."));
        return faults;
      }
      above = parent.get().parentId();
    }
    if (depth > DEEPEST) {
      faults.add(
          new Fault("/parentId", "TOO_DEEP", "Sections go %d deep at most.".formatted(DEEPEST)));
    }
    return faults;
  }

  private static ResourceSection section(ResultSet row) throws SQLException {
    return new ResourceSection(
        uuid(row, "id"),
        uuid(row, "carrier_id"),
        row.getString("carrier_name"),
        uuidOrNull(row, "parent_id"),
        row.getString("title"),
        row.getInt("position"),
        row.getInt("version"));
  }
}
