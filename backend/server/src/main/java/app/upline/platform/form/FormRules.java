package app.upline.platform.form;

import app.upline.platform.contract.Nearest;
import app.upline.platform.contract.ParameterCheck;
import app.upline.platform.contract.Schema;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what the contract does not allow in a form. */
final class FormRules {
  private final @Nullable Schema schema;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param schema what the parts are; null where nothing is said
   */
  FormRules(@Nullable Schema schema) {
    this.schema = schema;
  }

  /** Whether a part is to be taken. */
  boolean takes(Form form, String name, boolean named) {
    Schema part = schema == null ? null : schema.properties().get(name);
    if (part == null && schema != null) {
      if (schema.closed()) {
        fault(
            name,
            "UNKNOWN_PART",
            "There is no part of this name. " + Nearest.hint(name, schema.properties().keySet()));
      }
      return false;
    }
    if (form.has(name)) {
      fault(name, "TWICE", "Send this part once.");
      return false;
    }
    if (part != null && part.isFile() && !named) {
      fault(name, "FILE_NAME_REQUIRED", "Send this part as a file, with its name.");
      return false;
    }
    return true;
  }

  /** Whether a part is a file for the contract; without one, what has a file's name is. */
  boolean isFile(String name, boolean named) {
    Schema part = schema == null ? null : schema.properties().get(name);
    return part == null ? named : part.isFile();
  }

  void look(String name, String text) {
    Schema part = schema == null ? null : schema.properties().get(name);
    if (part != null) {
      faults.addAll(ParameterCheck.ofPart(part, name, text));
    }
  }

  void fault(String name, String code, String message) {
    faults.add(new Fault("/" + name, code, message));
  }

  /**
   * Says all that is wrong.
   *
   * @throws ProblemException 400 when anything is
   */
  void settle(Form form) {
    if (schema != null) {
      schema.required().stream()
          .filter(name -> !form.has(name))
          .filter(name -> faults.stream().noneMatch(fault -> fault.pointer().equals("/" + name)))
          .forEach(name -> fault(name, "REQUIRED", "This is required."));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.malformed(faults);
    }
  }
}
