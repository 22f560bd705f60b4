package app.upline.platform.localdb;

import app.upline.platform.start.StartFailure;
import java.nio.file.Path;

/** Another running process owns the data folder. */
public final class DataFolderInUseException extends StartFailure {
  DataFolderInUseException(Path folder) {
    super(
        "The data folder %s is in use by another running Upline: stop that one, or choose another folder."
            .formatted(folder));
  }
}
