package app.upline.testing.nasty;

import java.util.List;
import java.util.stream.Stream;

/** What is uploaded where a sheet is wanted. */
final class NastyFiles {
  private static final List<String> HEADS =
      List.of(
          "Legal name,Entity type,Functions,Your reference,Start date",
          "Reference,Subject name,Subject type,Incident date",
          "Contract Number,Legal Entity Name,Effective date");

  private static final List<String> CELLS =
      List.of(
          "é",
          "REL–2026–7KQ2–000001",
          "a\u0000b",
          "\u200b",
          "\uD83D\uDE00",
          "9999999999999999999",
          "+999999999-12-31",
          "1e400",
          "x".repeat(40_000));

  private NastyFiles() {}

  static Stream<String> all() {
    return Stream.concat(
        Stream.of(
            "",
            "\n",
            "\u0000",
            "PK\u0003\u0004",
            "%PDF-1.7",
            "<html><table><tr><td>Legal name</td></tr></table>",
            "\"",
            "\"Legal name\n",
            ",,,,\n,,,,\n",
            "Legal name,Reference\nKeystone,REL–2026–7KQ2–000001\n",
            "Legal name,Upstream reference\nKeystone,REL–2026–7KQ2–000001\n",
            "Reference,Subject name\nINC–2026–7KQ2–000001,é\n",
            "Legal name,Your reference\né,\u200bé\n",
            "Contract Number,Legal Entity Name\nＨ1234,é\n"),
        HEADS.stream()
            .flatMap(
                head -> CELLS.stream().map(cell -> head + "\n" + (cell + ",").repeat(5) + "\n")));
  }
}
