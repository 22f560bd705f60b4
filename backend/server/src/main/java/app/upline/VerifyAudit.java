package app.upline;

import app.upline.audit.RecordCheck;
import app.upline.audit.TrailVerifier;
import app.upline.platform.start.Command;
import app.upline.platform.start.StartFailure;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Proves every organization's audit trail, or that of {@code --organization=ID} alone; the other
 * arguments are files of heads that were taken elsewhere, one head a line. Fails when anything is
 * not as it was written.
 */
public final class VerifyAudit {
  private static final String ORGANIZATION = "--organization=";

  private VerifyAudit() {}

  public static void main(String[] arguments) {
    Command.run(
        context -> {
          TrailVerifier verifier = context.getBean(TrailVerifier.class);
          for (String argument : arguments) {
            if (argument.startsWith(ORGANIZATION)) {
              verifier.only(organization(argument.substring(ORGANIZATION.length())));
            } else {
              verifier.read(Path.of(argument));
            }
          }
          context.getBeansOfType(RecordCheck.class).forEach(verifier::compare);
          verifier.run(System.out::println);
        });
  }

  private static UUID organization(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new StartFailure(
          "The organization is named by its id, a UUID, not %s.".formatted(id), e);
    }
  }
}
