package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** The uploads of directories, and which of them is in force. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ContractImportRows extends GenericRepository<ContractImportRow, UUID> {
  void save(ContractImportRow row);

  @Query(
      """
      insert into contract_directory (carrier_id, import_id)
      values (:carrierId, :importId)
      on duplicate key update import_id = :importId""")
  void putInForce(@BinaryId UUID carrierId, @BinaryId UUID importId);

  @Query("delete from contract_directory_entry where import_id = :importId")
  void forgetEntries(@BinaryId UUID importId);
}
