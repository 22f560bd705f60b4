package app.upline.local;

import java.nio.file.Path;

/** Another running process owns the data folder. */
public final class DataFolderInUseException extends LocalDatabaseFailure {
  DataFolderInUseException(Path folder) {
    super(
        "The data folder %s is in use by another running Upline: stop that one, or choose another folder (DATA= for `make run`)."
            .formatted(folder));
  }
}
