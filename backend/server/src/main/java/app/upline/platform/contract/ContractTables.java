package app.upline.platform.contract;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What the documentation shows of the contract, read from the one parsed document. */
@Factory
final class ContractTables {

  @Singleton
  AccessMatrix accessMatrix(ContractDocument contract) {
    return AccessMatrix.of(contract.root());
  }

  @Singleton
  ProblemCatalog problemCatalog(ContractDocument contract) {
    return ProblemCatalog.of(contract.root());
  }

  @Singleton
  OperationTexts operationTexts(ContractDocument contract) {
    return OperationTexts.of(contract.root());
  }
}
