package app.upline.agency;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One upload of CMS's directory.
 *
 * @param contractCount how many contracts the file holds
 * @param faultCount how many faults were found; {@code faults} holds no more than the first
 *     thousand
 * @param contentSha256 over the file as it was sent
 * @param uploadedBy as the person was called then
 * @param current whether numbers are checked against it now
 */
public record ContractImport(
    UUID id,
    Status status,
    String fileName,
    int contractCount,
    int faultCount,
    List<RowFault> faults,
    String contentSha256,
    Instant uploadedAt,
    String uploadedBy,
    boolean current) {

  /** What came of an upload: all of it or nothing. */
  public enum Status {
    LOADED,
    REJECTED
  }

  /**
   * What is wrong with a cell.
   *
   * @param row counted from 1, as a spreadsheet shows it
   * @param cell such as {@code C20}
   */
  public record RowFault(int row, String cell, String column, String code, String message) {}
}
