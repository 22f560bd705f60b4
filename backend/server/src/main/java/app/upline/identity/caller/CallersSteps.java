package app.upline.identity.caller;

import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.serviceaccount.Scopes;
import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractSteps;
import app.upline.platform.outcome.OfferedSteps;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Of the steps that the state of something allows, those that the caller may take: what is offered
 * is not refused for a role afterwards.
 */
@Singleton
public final class CallersSteps implements OfferedSteps {

  private final CurrentUserProvider callers;
  private final Scopes scopes;
  private final ContractOperations contract;
  private final ContractSteps steps;

  CallersSteps(
      CurrentUserProvider callers,
      Scopes scopes,
      ContractOperations contract,
      ContractSteps steps) {
    this.callers = callers;
    this.scopes = scopes;
    this.contract = contract;
    this.steps = steps;
  }

  /** In the same order. */
  public <C extends Enum<C>> List<C> of(List<C> possible) {
    return possible.stream().filter(step -> mayCall(steps.operationOf(step))).toList();
  }

  @Override
  public List<? extends Enum<?>> toCaller(List<? extends Enum<?>> possible) {
    return possible.stream()
        .filter(step -> steps.operationOfOwn(step).map(this::mayCall).orElse(true))
        .toList();
  }

  private boolean mayCall(String operation) {
    return hasRole(callers.current(), operation)
        && callers.scopes().map(held -> scopes.allow(held, operation)).orElse(true);
  }

  private boolean hasRole(CurrentUser caller, String operation) {
    return contract
        .find(operation)
        .map(found -> caller.roles().stream().anyMatch(role -> found.roles().contains(role.name())))
        .orElse(false);
  }
}
