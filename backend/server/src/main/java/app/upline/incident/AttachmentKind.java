package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;

/** What a file shows (DOMAIN section 4, evidence). */
public enum AttachmentKind implements Coded {
  CALL_RECORDING("Recording of a call"),
  CALL_TRANSCRIPT("Transcript of a call"),
  CONSENT_CERTIFICATE("Certificate of consent"),
  SCOPE_OF_APPOINTMENT("Scope of appointment"),
  MARKETING_MATERIAL("Marketing material"),
  CORRESPONDENCE("Correspondence"),
  DISCIPLINARY_RECORD("Record of a disciplinary action"),
  TRAINING_RECORD("Record of training"),
  SCREENSHOT("Picture of a screen"),
  OTHER("Other");

  public static final CodeList<AttachmentKind> CODES = CodeList.of(AttachmentKind.class);

  private final String label;

  AttachmentKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
