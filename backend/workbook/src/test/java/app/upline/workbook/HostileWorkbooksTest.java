package app.upline.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files made to hurt, read one after the other by a process with a heap of 256 MiB: each is refused
 * in a sentence, and after each a good file is read. Prints how long each took as a multiple of the
 * good one.
 */
class HostileWorkbooksTest {

  private static final String HEAP = "-Xmx256m";

  @TempDir Path folder;

  @Test
  void eachIsRefusedWithinASmallHeapAndTheNextGoodFileIsRead() throws Exception {
    Map<String, Path> hostile = HostileFiles.all(folder);
    Path good = HostileFiles.good(folder);
    List<String> order = new ArrayList<>(List.of(good.toString(), good.toString()));
    hostile.values().forEach(file -> order.addAll(List.of(file.toString(), good.toString())));

    assertThat(hostile.values())
        .as("small enough to be looked into")
        .allMatch(file -> file.toFile().length() < WorkbookLimits.defaults().maxBytes());
    List<String[]> answers = read(order);

    assertThat(answers).hasSameSizeAs(order);
    double unit = Math.max(1, Double.parseDouble(answers.get(1)[2]));
    int at = 2;
    for (String name : hostile.keySet()) {
      String[] answer = answers.get(at);
      System.out.printf(
          "%-30s %-14s %6.1f x%n", name, answer[1], Double.parseDouble(answer[2]) / unit);
      assertThat(answer[1]).as(name).doesNotStartWith("READ");
      assertThat(answers.get(at + 1)[1]).as("the good file after " + name).isEqualTo("READ-1000");
      at += 2;
    }
  }

  private static List<String[]> read(List<String> files) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                HostileReading.class.getName()));
    command.addAll(files);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().map(line -> line.split(" ")).toList();
  }
}
