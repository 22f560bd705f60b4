package app.upline;

import app.upline.platform.encryption.KeyRotation;
import app.upline.platform.start.Command;

/** Seals all personal data with the key that stands first in the settings. */
public final class RotatePersonalDataKeys {
  private RotatePersonalDataKeys() {}

  public static void main(String[] args) {
    Command.run(context -> context.getBean(KeyRotation.class).run(System.out::println));
  }
}
