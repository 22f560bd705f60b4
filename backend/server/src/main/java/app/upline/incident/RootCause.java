package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** Why an incident happened (DOMAIN code list 6.6). */
public enum RootCause implements Coded {
  TRAINING_GAP("Training gap", "Training", "Lack of training", "Lack of knowledge"),
  SCRIPT_ERROR("Script error", "Script"),
  KNOWING_MISCONDUCT("Knowing misconduct", "Misconduct", "Intentional", "Intentional misconduct"),
  PROCESS_GAP("Process gap", "Process", "Process error"),
  SYSTEM_FAILURE(
      "System failure", "System", "System error", "Technical error", "Technical failure"),
  VENDOR_FAILURE("Vendor failure", "Vendor", "Vendor error"),
  SUPERVISION_GAP("Supervision gap", "Supervision", "Lack of supervision", "Oversight gap"),
  COMPENSATION_INCENTIVE(
      "Compensation incentive", "Compensation", "Incentive", "Commission incentive"),
  BENEFICIARY_MISUNDERSTANDING(
      "Beneficiary misunderstanding", "Misunderstanding", "Miscommunication"),
  OTHER("Other");

  public static final CodeList<RootCause> CODES = CodeList.of(RootCause.class);

  private final String label;
  private final List<String> aliases;

  RootCause(String label, String... aliases) {
    this.label = label;
    this.aliases = List.of(aliases);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<String> aliases() {
    return aliases;
  }
}
