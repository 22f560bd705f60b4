package app.upline;

import app.upline.onboarding.Onboarding;
import app.upline.platform.start.Command;
import app.upline.platform.start.StartFailure;
import java.nio.file.Path;

/** Enters the carriers and agencies of a file, and invites the first administrator of each. */
public final class EnterOrganizations {
  private EnterOrganizations() {}

  public static void main(String[] args) {
    Command.run(
        context -> {
          if (args.length != 1) {
            throw new StartFailure("Name one file of organizations (FILE= for `make`).");
          }
          context.getBean(Onboarding.class).enter(Path.of(args[0]), System.out::println);
        });
  }
}
