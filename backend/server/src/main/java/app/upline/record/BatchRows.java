package app.upline.record;

import app.upline.platform.validation.Fault;
import io.micronaut.json.tree.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a batch are about: how the records are found that they name, and what a row
 * makes of one.
 *
 * @param <R> the record
 * @param <D> its content
 */
public interface BatchRows<R extends VersionedRecord<D>, D> {

  /** The member of the request that lists the rows, such as {@code incidents}. */
  String member();

  /** Said of a reference that no record of the agency has. */
  String unknownReference();

  /** Said of a second row about the same record. */
  String duplicateRow(int other);

  Collection<R> byReference(Collection<String> references);

  Collection<R> byOwnReference(Collection<String> references);

  @Nullable String ownReference(D details);

  UUID newId();

  /**
   * Reads and checks a row.
   *
   * @param before null for a new record
   * @param json without the member {@code reference}
   * @param ofRow the record of another row of the batch, by a reference of either kind
   */
  Read<D> read(@Nullable R before, JsonNode json, Function<String, Optional<UUID>> ofRow);

  /**
   * A row that was read.
   *
   * @param details null when it has faults
   * @param misshapen whether its JSON is not of the contract's shape
   */
  record Read<D>(@Nullable D details, List<Fault> faults, boolean misshapen) {}
}
