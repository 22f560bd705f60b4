package app.upline.agency;

import app.upline.agency.ContractImport.RowFault;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An upload of a directory as it is kept.
 *
 * @param faults a JSON array
 */
@MappedEntity("contract_directory_import")
record ContractImportRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID carrierId,
    ContractImport.Status status,
    String fileName,
    int contractCount,
    int faultCount,
    String faults,
    String contentSha256,
    Instant uploadedAt,
    @BinaryId UUID uploadedBy,
    String uploadedByName) {

  ContractImport upload(List<RowFault> shown, boolean current) {
    return new ContractImport(
        id,
        status,
        fileName,
        contractCount,
        faultCount,
        shown,
        contentSha256,
        uploadedAt,
        uploadedByName,
        current);
  }
}
