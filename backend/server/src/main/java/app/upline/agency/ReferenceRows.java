package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** How far references have been given out, counted per agency and year. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReferenceRows extends GenericRepository<ReferenceRow, UUID> {
  @Query(
      """
      insert into reference_sequence (agency_id, prefix, year, last_number)
      values (:agencyId, :prefix, :year, :count)
      on duplicate key update last_number = last_number + :count""")
  void reserve(@BinaryId UUID agencyId, String prefix, int year, int count);

  /** With the agency's mark, if it has one. */
  @Query(
      """
      select s.*, m.mark
        from reference_sequence s
        left join reference_mark m on m.agency_id = s.agency_id
       where s.agency_id = :agencyId
         and s.prefix = :prefix
         and s.year = :year""")
  Optional<ReferenceRow> find(@BinaryId UUID agencyId, String prefix, int year);
}
