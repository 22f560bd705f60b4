package app.upline.agency;

import app.upline.agency.ContractImport.RowFault;
import java.util.List;

/**
 * A directory as it was read from a file.
 *
 * @param contracts those without fault, each number once
 * @param faultCount how many faults there are; {@code faults} holds no more than the first thousand
 * @param contentSha256 over the file as it was sent
 */
public record ContractFile(
    String fileName,
    String contentSha256,
    List<Contract> contracts,
    int rowCount,
    List<RowFault> faults,
    int faultCount) {}
