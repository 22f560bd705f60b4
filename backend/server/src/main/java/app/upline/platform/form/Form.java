package app.upline.platform.form;

import app.upline.platform.upload.HeldUpload;
import app.upline.platform.upload.MemoryFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a form, held until its request is answered. */
final class Form implements AutoCloseable {
  /** Where a request has its form. */
  static final String ATTRIBUTE = "app.upline.form";

  private final FormMemory memory;
  private final String owner;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, HeldUpload> files = new LinkedHashMap<>();
  private final List<MemoryFile> held = new ArrayList<>();
  private long bytes;

  /**
   * @param owner whose share of the memory it takes: an organization, or a network address
   */
  Form(FormMemory memory, String owner) {
    this.memory = memory;
    this.owner = owner;
  }

  /** Counts bytes that are about to be held. */
  void count(long more) {
    memory.take(owner, more);
    bytes += more;
  }

  void put(String name, String text) {
    texts.put(name, text);
  }

  void put(HeldUpload file) {
    files.put(file.name(), file);
  }

  /** A new file that is let go with the form. */
  MemoryFile newFile() {
    MemoryFile file = MemoryFile.empty();
    held.add(file);
    return file;
  }

  boolean has(String name) {
    return texts.containsKey(name) || files.containsKey(name);
  }

  @Nullable String text(String name) {
    return texts.get(name);
  }

  @Nullable HeldUpload file(String name) {
    return files.get(name);
  }

  @Override
  public void close() {
    held.forEach(MemoryFile::close);
    memory.giveBack(owner, bytes);
    bytes = 0;
  }
}
