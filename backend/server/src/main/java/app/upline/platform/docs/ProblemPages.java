package app.upline.platform.docs;

import app.upline.platform.contract.ProblemCatalog;
import app.upline.platform.served.StaticFile;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A page for each problem of the contract: what it means, what to do, and how it looks. */
@Singleton
final class ProblemPages {
  static final String ADDRESS = "/docs/problems";

  private final Map<String, StaticFile> pages = new TreeMap<>();
  private final List<Searched> searched = new ArrayList<>();

  ProblemPages(ProblemCatalog catalog, JsonMapper json) {
    for (ProblemCatalog.Problem problem : catalog.problems()) {
      String text = markdown(problem, json);
      pages.put(problem.name(), MarkdownPage.served(text));
      searched.add(Searched.page("Problem", ADDRESS + "/" + problem.name(), text));
    }
  }

  Optional<StaticFile> page(String name) {
    return Optional.ofNullable(pages.get(name));
  }

  List<Searched> searched() {
    return List.copyOf(searched);
  }

  private static String markdown(ProblemCatalog.Problem problem, JsonMapper json) {
    String page =
        """
        # %s

        Status %d, `type` is `%s`. All problems are in the [catalog](/docs/manual/problems), and how to read one is in [Errors](/docs/manual/errors).

        ## What it means

        %s

        ## What to do

        %s
        """
            .formatted(
                problem.title(),
                problem.status(),
                problem.type(),
                problem.description(),
                problem.remedy());
    return problem
        .example()
        .map(example -> page + "\n## An example\n\n```json\n" + text(example, json) + "\n```\n")
        .orElse(page);
  }

  private static String text(Map<?, ?> example, JsonMapper json) {
    try {
      return json.writeValueAsString(example);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
