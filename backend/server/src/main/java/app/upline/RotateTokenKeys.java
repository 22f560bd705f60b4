package app.upline;

import app.upline.identity.token.TokenKeyRotation;
import app.upline.platform.start.StartFailure;
import java.nio.file.Path;
import java.time.Clock;

/** Puts a new key into the file that is named: it signs soon, and the older ones run out. */
public final class RotateTokenKeys {
  private RotateTokenKeys() {}

  public static void main(String[] args) {
    try {
      System.out.println(TokenKeyRotation.rotate(Path.of(args[0]), Clock.systemUTC()));
    } catch (StartFailure failure) {
      System.err.println("Nothing was done. " + failure.getMessage());
      System.exit(1);
    }
  }
}
