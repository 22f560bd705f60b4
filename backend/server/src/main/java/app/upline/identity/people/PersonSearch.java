package app.upline.identity.people;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchSource;
import jakarta.inject.Singleton;

/** Finds the people of the caller's own organization, by a part of the name or of the address. */
@Singleton
final class PersonSearch implements SearchSource {

  private final Database database;

  PersonSearch(Database database) {
    this.database = database;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.PERSON;
  }

  @Override
  public SearchGroup find(CurrentUser user, SearchQuery query) {
    return SearchGroup.of(
        kind(),
        database.query(
            Sql.of("select u.id, u.name, u.email from app_user u")
                .add(
                    "where not u.is_service_account and u.organization_id = ?",
                    user.organizationId())
                .add(
                    "and (instr(u.name, ?) > 0 or instr(u.email, ?) > 0)",
                    query.text(),
                    query.text())
                .add("order by u.name, u.id limit ?", SearchGroup.ASKED),
            row ->
                new Hit(
                    uuid(row, "id"), null, row.getString("name"), row.getString("email"), null)));
  }
}
