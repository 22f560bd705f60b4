package app.upline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A zip file, wherever it lies: the JDK's reader wants it on a disk. It knows nothing but what
 * workbooks have: parts that are stored or deflated, none of them encrypted.
 */
final class ZipParts implements AutoCloseable {
  private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

  private final ZipFile zip;
  private final Map<ZipEntry, ZipArchiveEntry> entries = new LinkedHashMap<>();
  private final Map<String, ZipEntry> byName = new HashMap<>();

  private ZipParts(ZipFile zip) throws IOException {
    this.zip = zip;
    for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
      ZipEntry entry = entry(part);
      entries.put(entry, part);
      byName.putIfAbsent(entry.getName(), entry);
    }
  }

  static ZipParts open(Path file) throws IOException {
    return open(Files.newByteChannel(file));
  }

  /** Of what is in memory already. */
  static ZipParts of(byte[] content) throws IOException {
    return open(new SeekableInMemoryByteChannel(content));
  }

  private static ZipParts open(SeekableByteChannel channel) throws IOException {
    ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get();
    try {
      return new ZipParts(zip);
    } catch (Throwable e) {
      zip.close();
      throw e;
    }
  }

  /** By the name that is stored: the library takes some backslashes for slashes. */
  private static ZipEntry entry(ZipArchiveEntry part) throws IOException {
    String name =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(part.getRawName())).toString();
    ZipEntry entry = new ZipEntry(name);
    if (part.getCompressedSize() < 0 || part.getCrc() < 0) {
      throw new IOException("A part does not say how large it is.");
    }
    entry.setCompressedSize(part.getCompressedSize());
    entry.setCrc(part.getCrc());
    return entry;
  }

  Stream<ZipEntry> stream() {
    return entries.keySet().stream();
  }

  int size() {
    return entries.size();
  }

  @Nullable ZipEntry getEntry(String name) {
    return byName.get(name);
  }

  InputStream getInputStream(ZipEntry entry) throws IOException {
    ZipArchiveEntry part = entries.get(entry);
    if (part == null
        || !METHODS.contains(part.getMethod())
        || part.getGeneralPurposeBit().usesEncryption()) {
      throw new IOException("A part is packed as no workbook is.");
    }
    return zip.getInputStream(part);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
