package app.upline.oversight;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps that people take in triage: where an item stands, and that it came there. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TriageSteps extends GenericRepository<TriageEventRow, UUID> {
  void save(TriageEventRow row);

  /** 1, or 0 when the item is not of this version any more. */
  @Query(
      """
      update triage
         set state = :state, is_open = :open, assignee_id = :assigneeId,
             assignee_name = :assigneeName, conclusion = :conclusion, conclusion_reason = :reason,
             decider_name = :decider, decided_at = :decidedAt, answered_at = null,
             version = :version
       where carrier_id = :carrierId
         and incident_id = :incidentId
         and version = :before""")
  int move(
      @BinaryId UUID carrierId,
      @BinaryId UUID incidentId,
      int before,
      int version,
      TriageState state,
      boolean open,
      @BinaryId @Nullable UUID assigneeId,
      @Nullable String assigneeName,
      Conclusion.@Nullable Code conclusion,
      @Nullable String reason,
      @Nullable String decider,
      @Nullable Instant decidedAt);

  /** Makes others who would take a step wait until the transaction ends; empty for nothing. */
  @Query(
      """
      select version
        from triage
       where carrier_id = :carrierId
         and incident_id = :incidentId
         for update""")
  Optional<Integer> lock(@BinaryId UUID carrierId, @BinaryId UUID incidentId);
}
