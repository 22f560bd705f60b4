package app.upline.bench;

import java.time.Duration;

/**
 * What a process has worked so far. Unlike time it is much the same on a machine that has other
 * work to do.
 */
record Cpu(ProcessHandle process) {

  Duration used() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Milliseconds since then, for each of so many. */
  double since(Duration before, long each) {
    return used().minus(before).toNanos() / 1e6 / each;
  }
}
