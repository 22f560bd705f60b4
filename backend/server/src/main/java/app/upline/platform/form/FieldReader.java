package app.upline.platform.form;

import app.upline.platform.contract.Schema;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form that is one line of names and values: a request for a token. What is sent without a
 * value counts as left out (RFC 6749, section 3.2).
 */
@Singleton
final class FieldReader {
  private static final int LONGEST = 64 * 1024;

  private final FormMemory memory;

  FieldReader(FormMemory memory) {
    this.memory = memory;
  }

  /**
   * The form in a body.
   *
   * @param owner whose share of the memory it takes
   * @throws ProblemException when the contract does not allow it, or it cannot be read
   */
  Form read(InputStream body, @Nullable Schema schema, String owner) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw ProblemException.of(
          ProblemType.BODY_TOO_LARGE, "The body has more bytes than the server accepts.");
    }
    Form form = new Form(memory, owner);
    FormRules rules = new FormRules(schema);
    try {
      form.count(bytes.length);
      for (String field : new String(bytes, StandardCharsets.UTF_8).split("&")) {
        if (!field.isEmpty()) {
          hold(field, form, rules);
        }
      }
      rules.settle(form);
      return form;
    } catch (Throwable e) {
      form.close();
      throw e;
    }
  }

  private static void hold(String field, Form form, FormRules rules) {
    int equals = field.indexOf('=');
    String name = decoded(equals < 0 ? field : field.substring(0, equals));
    String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
    if (!value.isEmpty() && rules.takes(form, name, false)) {
      form.put(name, value);
      rules.look(name, value);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ProblemException.malformed(
          List.of(new Fault("", "INVALID_FORM", "A percent sign begins two hexadecimal digits.")));
    }
  }
}
