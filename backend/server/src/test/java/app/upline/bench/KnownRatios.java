package app.upline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The ratios that were measured last, which {@code make bench CHECK=yes} compares with: one that
 * has grown by more than a third is told. Absolute figures would say more of the machine than of
 * us.
 */
final class KnownRatios {

  private static final String FILE = "/bench/ratios.properties";
  private static final double MOST = 4 / 3.0;
  private static final boolean WANTED = Boolean.getBoolean("upline.bench.check");

  private final Map<String, Double> measured = new TreeMap<>();

  void add(String name, double ratio) {
    measured.put(name.replace(' ', '_').replace(",", ""), ratio);
  }

  /** Prints them as the file has them, and compares them where that is asked for. */
  void check() throws IOException {
    Properties known = new Properties();
    try (InputStream file = KnownRatios.class.getResourceAsStream(FILE)) {
      known.load(file);
    }
    List<String> worse = new ArrayList<>();
    System.out.println();
    measured.forEach(
        (name, ratio) -> {
          System.out.printf("%s=%.2f%n", name, ratio);
          String before = known.getProperty(name);
          if (before != null && ratio > Double.parseDouble(before) * MOST) {
            worse.add("%s: %.2f, and was %s".formatted(name, ratio, before));
          }
        });
    if (WANTED) {
      assertThat(worse).as("ratios that have grown by more than a third").isEmpty();
    }
  }
}
