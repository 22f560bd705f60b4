package app.upline.platform.share;

/**
 * The place of an upload, from before its body is read until it is answered; nothing where what is
 * sent is no long work.
 */
public final class UploadPlace implements AutoCloseable {

  /** Where a request has it. */
  static final String ATTRIBUTE = "app.upline.upload-place";

  private final Runnable end;

  UploadPlace(Runnable end) {
    this.end = end;
  }

  @Override
  public void close() {
    end.run();
  }
}
