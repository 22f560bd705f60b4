package app.upline.platform.edge;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;

/**
 * Finds header lines that begin with a blank: they were once continuations of the line before, and
 * a proxy that reads them so sees another request than a server that does not (RFC 9112, section
 * 5.2). The decoder joins them without a word.
 */
final class FoldedLines implements ByteProcessor {
  private boolean lineBegins;
  private boolean found;

  /** Looks at the next bytes of the head of a request. */
  void look(ByteBuf bytes, int from, int to) {
    bytes.forEachByte(from, to - from, this);
  }

  /** Whether there was one since the head began; another head begins now. */
  boolean endHead() {
    boolean folded = found;
    found = false;
    lineBegins = false;
    return folded;
  }

  @Override
  public boolean process(byte value) {
    found |= lineBegins && (value == ' ' || value == '\t');
    lineBegins = value == '\n';
    return true;
  }
}
