package app.upline;

import app.upline.audit.RecordCheck;
import app.upline.audit.TrailVerifier;
import app.upline.platform.start.Command;
import java.nio.file.Path;

/**
 * Proves every organisation's audit trail; the arguments are files of heads that were taken
 * elsewhere, one head a line. Fails when anything is not as it was written.
 */
public final class VerifyAudit {
  private VerifyAudit() {}

  public static void main(String[] files) {
    Command.run(
        context -> {
          TrailVerifier verifier = context.getBean(TrailVerifier.class);
          for (String file : files) {
            verifier.read(Path.of(file));
          }
          context.getBeansOfType(RecordCheck.class).forEach(verifier::compare);
          verifier.run(System.out::println);
        });
  }
}
