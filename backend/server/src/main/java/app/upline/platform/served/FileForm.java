package app.upline.platform.served;

import app.upline.platform.digest.Sha256;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file in one of its codings, with a validator made of its content. */
record FileForm(ByteBuf memory, String etag) {

  static FileForm of(byte[] content) {
    ByteBuf memory = Unpooled.directBuffer(content.length, content.length);
    memory.writeBytes(content);
    return new FileForm(memory.asReadOnly(), '"' + Sha256.hex(content) + '"');
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
