package app.upline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Contract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z0-9-]+)` \\| (\\d{3}) \\| ([^|]+) \\|", Pattern.MULTILINE);

  @Test
  void typesStatusesAndTitlesAreThoseOfTheContract() {
    List<String> contract = new ArrayList<>();
    Matcher row = ROW.matcher(Contract.get().description());
    while (row.find()) {
      contract.add("%s %s %s".formatted(row.group(1), row.group(2), row.group(3)));
    }
    List<String> ours =
        Arrays.stream(ProblemType.values())
            .map(type -> "%s %d %s".formatted(type.slug(), type.status(), type.title()))
            .toList();

    assertThat(contract).isNotEmpty();
    assertThat(ours).isEqualTo(contract);
  }
}
