package app.upline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.migration.TableRights;
import app.upline.testing.Contract;
import app.upline.testing.ServiceClasses;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a feature calls its tables and addresses is known to its own room: the platform has it told.
 */
class PlatformWordsTest {
  private static final Path PLATFORM = Path.of("src/main/java/app/upline/platform");
  private static final String PLATFORM_PACKAGE = "app.upline.platform";

  /** Comments, which are passed over, and text blocks and texts, which are looked at. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n"
              + "]*|'(?:\\\\.|[^'\\\\])+'|\"\"\"(?<block>.*?)\"\"\"|\"(?<text>(?:\\\\.|[^\"\\\\])*)\"",
          Pattern.DOTALL);

  /** Where a statement names a table. */
  private static final Pattern NAMED_TABLE =
      Pattern.compile("(?i)\\b(?:from|join|into|update|table)\\s+`?(?<table>\\w+)`?");

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  @Test
  void thePlatformNamesNoTableOfAFeature() throws IOException {
    Set<String> tables = tablesOfFeatures();
    assertThat(tables).contains("agency", "incident", "audit_event").doesNotContain("rate_limit");

    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      for (String text : texts(Files.readString(source))) {
        tablesIn(text).stream()
            .filter(tables::contains)
            .forEach(table -> found.add(source.getFileName() + ": " + table));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void thePlatformNamesNoAddressOfAFeature() throws IOException {
    Set<String> words = wordsOfAddresses();
    assertThat(words).contains("incidents", "attachments", "code-lists").doesNotContain("v1");

    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      for (String text : texts(Files.readString(source))) {
        addressIn(text)
            .filter(words::contains)
            .forEach(word -> found.add(source.getFileName() + ": " + text.strip()));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aNameIsSeenWhereverASourceHasIt() {
    String source =
        """
        /** Of "/comments" and "submission". */
        char quote = '"'; // "triage"
        Set<String> tables = Set.of("incident", "a word");
        String statement = "select 1 from `agency` a join carrier c";
        String path = "/v1/incidents/{incidentId}/attachments";
        """;

    assertThat(texts(source).stream().flatMap(text -> tablesIn(text).stream()))
        .contains("incident", "agency", "carrier")
        .doesNotContain("submission", "triage");
    assertThat(texts(source).stream().flatMap(PlatformWordsTest::stepsIn))
        .containsExactly("v1", "incidents", "attachments");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(PLATFORM)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(300);
      return sources;
    }
  }

  private static List<String> texts(String source) {
    List<String> texts = new ArrayList<>();
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      String block = token.group("block");
      String text = block == null ? token.group("text") : block;
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Those that a statement names, and what may be the name of one by itself. */
  private static Set<String> tablesIn(String text) {
    Set<String> tables =
        NAMED_TABLE
            .matcher(text)
            .results()
            .map((MatchResult named) -> named.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    tables.add(text.strip());
    return tables;
  }

  private static Stream<String> stepsIn(String text) {
    return text.startsWith("/")
        ? Stream.of(VARIABLE.matcher(text).replaceAll("").split("[/\\s]"))
            .filter(step -> !step.isEmpty())
        : Stream.empty();
  }

  /** The pages of the documentation are the platform's own, whatever they are called. */
  private static Stream<String> addressIn(String text) {
    return text.startsWith("/docs/") ? Stream.empty() : stepsIn(text);
  }

  private static Set<String> wordsOfAddresses() {
    Set<String> words =
        Contract.get().operations().stream()
            .flatMap(operation -> stepsIn(operation.path()))
            .collect(Collectors.toCollection(TreeSet::new));
    words.remove("v1");
    return words;
  }

  private static Set<String> tablesOfFeatures() {
    return ServiceClasses.all().get(TableRights.class).getAllSubclasses().stream()
        .filter(room -> !room.getPackageName().startsWith(PLATFORM_PACKAGE))
        .map(JavaClass::reflect)
        .map(PlatformWordsTest::made)
        .flatMap(room -> room.tables().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TableRights made(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (TableRights) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
