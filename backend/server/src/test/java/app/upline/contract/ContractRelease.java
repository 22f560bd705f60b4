package app.upline.contract;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A contract that was promised to clients. */
record ContractRelease(Version version, Path file) {
  private static final Pattern NAME = Pattern.compile("(\\d+\\.\\d+\\.\\d+)\\.yaml");

  /** The newest in the folder, by version and not by name; empty before the first release. */
  static Optional<ContractRelease> newestIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var files = Files.list(folder)) {
      List<ContractRelease> releases =
          files.filter(file -> !file.endsWith("README.md")).map(ContractRelease::of).toList();
      return releases.stream().max(Comparator.comparing(ContractRelease::version));
    }
  }

  private static ContractRelease of(Path file) {
    var name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalStateException(file + " is not named <version>.yaml");
    }
    return new ContractRelease(Version.parse(name.group(1)), file);
  }
}
