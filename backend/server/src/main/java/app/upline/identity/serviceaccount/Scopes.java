package app.upline.identity.serviceaccount;

import app.upline.identity.Role;
import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * What scopes mean: an operation of the contract, or all reading or changing operations of a tag.
 * They never reach beyond what the role may do, nor to what people alone may.
 */
@Singleton
public final class Scopes {
  /** A machine may always ask who it is. */
  private static final String ALWAYS = "getCurrentUser";

  private final ContractOperations contract;

  Scopes(ContractOperations contract) {
    this.contract = contract;
  }

  /**
   * Whether a machine with these scopes may call the operation; its roles are asked besides. What
   * the contract does not know is refused.
   */
  public boolean allow(Set<String> scopes, String operationId) {
    return operationId.equals(ALWAYS)
        || contract
            .find(operationId)
            .filter(operation -> !operation.peopleOnly())
            .filter(
                operation ->
                    operation.roles().isEmpty()
                        || scopes.contains(operation.id())
                        || scopes.contains(operation.group()))
            .isPresent();
  }

  /** What a machine is told that may not call the operation. */
  public String lacking(String operationId) {
    return contract
        .find(operationId)
        .filter(operation -> !operation.peopleOnly())
        .map(
            operation ->
                "This service account has neither the scope %s nor %s; an administrator can grant one."
                    .formatted(operation.id(), operation.group()))
        .orElse("Only people may do this, and no service account.");
  }

  /** Whether the scope means anything for a machine of this role. */
  boolean isGrantable(String scope, Role role) {
    return grantable(role).stream()
        .anyMatch(operation -> operation.id().equals(scope) || operation.group().equals(scope));
  }

  private List<Operation> grantable(Role role) {
    return contract.all().stream()
        .filter(operation -> operation.roles().contains(role.name()) && !operation.peopleOnly())
        .toList();
  }
}
