package app.upline;

import app.upline.platform.start.Launch;

/** Starts the Upline service. */
public final class Application {
  private Application() {}

  public static void main(String[] args) {
    Launch.of(Application.class, args);
  }
}
