package app.upline.platform.share;

import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets the bodies of uploads in. A body is read before its work has its turn, for a slow sender
 * would hold the turn; but of one organization only the one that is worked on and the next are
 * read. The others wait with their bodies at their senders, and hold no memory.
 */
@Singleton
public final class UploadQueue {

  private final LongWorkQueue queue;
  private final CallersOrganization callers;
  private final ContractOperations contract;

  UploadQueue(LongWorkQueue queue, CallersOrganization callers, ContractOperations contract) {
    this.queue = queue;
    this.callers = callers;
    this.contract = contract;
  }

  /**
   * Waits until the body of this request may be read.
   *
   * @param operation what it asks for
   * @throws ProblemException when too much is under way
   */
  public UploadPlace enter(HttpRequest<?> request, Optional<String> operation) {
    Optional<Operation> longWork =
        operation.flatMap(contract::find).filter(found -> found.cost() > Operation.USUAL_COST);
    Optional<UUID> organization = callers.current();
    if (longWork.isEmpty() || organization.isEmpty()) {
      return new UploadPlace(() -> {});
    }
    Place place = queue.enter(organization.get(), longWork.get());
    try {
      Turn reading = queue.toRead(place);
      request.setAttribute(UploadPlace.ATTRIBUTE, place);
      return new UploadPlace(
          () -> {
            reading.close();
            place.close();
          });
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }
}
