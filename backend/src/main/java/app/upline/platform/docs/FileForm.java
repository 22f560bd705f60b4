package app.upline.platform.docs;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file in one of its codings, with a validator made of its content. */
record FileForm(ByteBuf memory, String etag) {

  static FileForm of(byte[] content) {
    ByteBuf memory = Unpooled.directBuffer(content.length, content.length);
    memory.writeBytes(content);
    return new FileForm(memory.asReadOnly(), '"' + sha256(content) + '"');
  }

  /** The same memory each time; whoever is sent it lets go of it. */
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

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
