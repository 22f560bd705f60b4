package app.upline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux knows of a process. */
record ProcessStatus(long pid) {

  /** What it holds of the machine's memory, in MB. */
  long residentMegabytes() {
    return number("VmRSS") / 1024;
  }

  /** The most that it ever held, in MB. */
  long peakMegabytes() {
    return number("VmHWM") / 1024;
  }

  long threads() {
    return number("Threads");
  }

  /** 0 on another operating system. */
  private long number(String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith(name + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
