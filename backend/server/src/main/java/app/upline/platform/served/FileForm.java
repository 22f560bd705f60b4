package app.upline.platform.served;

import app.upline.platform.digest.Sha256;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file in one of its codings, with a validator made of its content. */
record FileForm(ByteBuf memory, String etag) {

  static FileForm of(byte[] content) {
    // Of the JVM, which takes it back when the server that it belongs to is gone.
    ByteBuffer memory = ByteBuffer.allocateDirect(content.length).put(content).flip();
    return new FileForm(
        Unpooled.wrappedBuffer(memory).asReadOnly(), '"' + Sha256.hex(content) + '"');
  }

  FileForm gzipped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      memory.getBytes(0, zip, length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(out.toByteArray());
  }

  /** The same memory each time; released when the answer was sent. */
  ByteBuf content() {
    return memory.retainedDuplicate();
  }

  int length() {
    return memory.readableBytes();
  }

  boolean isKnown(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }
}
