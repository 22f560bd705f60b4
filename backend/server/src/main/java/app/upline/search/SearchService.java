package app.upline.search;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Asks every room for what the caller may see of it. */
@Singleton
public final class SearchService {

  private final Database database;
  private final List<SearchSource> sources;

  SearchService(Database database, List<SearchSource> sources) {
    this.database = database;
    this.sources = sources.stream().sorted(Comparator.comparing(SearchSource::kind)).toList();
  }

  /**
   * Groups in which something was found, in the order of the kinds.
   *
   * @param kinds what the caller may list
   */
  public List<SearchGroup> find(CurrentUser user, Set<SearchKind> kinds, SearchQuery query) {
    return database.reading(
        () ->
            sources.stream()
                .filter(source -> kinds.contains(source.kind()))
                .map(source -> source.find(user, query))
                .filter(group -> !group.hits().isEmpty())
                .toList());
  }
}
