package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** All carriers: what each is called, and where it is. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CarrierRows extends GenericRepository<CarrierRow, UUID> {
  void save(CarrierRow row);

  Optional<CarrierRow> findByName(String name);

  @Query("select * from carrier where id = :id")
  Optional<CarrierRow> find(@BinaryId UUID id);

  /** Makes others who lock it wait until the transaction ends. */
  @Query("select * from carrier where id = :id for update")
  Optional<CarrierRow> lock(@BinaryId UUID id);

  @Query("update carrier set name = :name where id = :id")
  void rename(@BinaryId UUID id, String name);

  @Query("select exists (select 1 from carrier)")
  boolean isAnyThere();
}
