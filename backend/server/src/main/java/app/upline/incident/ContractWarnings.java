package app.upline.incident;

import static java.util.stream.Collectors.groupingBy;

import app.upline.agency.Contract;
import app.upline.agency.ContractCheck;
import app.upline.agency.ContractDirectory;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Contract numbers that the directory of the carrier concerned does not know. A warning and no
 * more: the directory is a month old when it arrives, and a number may be newer.
 */
@Singleton
final class ContractWarnings {

  private final ContractDirectory directory;

  ContractWarnings(ContractDirectory directory) {
    this.directory = directory;
  }

  /** By the incidents' ids; each carrier's directory is asked once. */
  Map<UUID, Fault> about(Collection<Incident> incidents) {
    Map<UUID, Fault> warnings = new HashMap<>();
    incidents.stream()
        .filter(incident -> incident.details().plan().contractNumber() != null)
        .collect(groupingBy(incident -> incident.details().carrierId()))
        .forEach((carrier, theirs) -> add(warnings, carrier, theirs));
    return warnings;
  }

  private void add(Map<UUID, Fault> warnings, UUID carrier, List<Incident> incidents) {
    Set<String> numbers =
        incidents.stream().map(ContractWarnings::number).collect(Collectors.toSet());
    Map<String, ContractCheck> checks = directory.check(carrier, numbers);
    for (Incident incident : incidents) {
      if (checks.get(number(incident)) instanceof ContractCheck.Unknown(List<Contract> nearest)) {
        warnings.put(incident.id(), warning(number(incident), nearest));
      }
    }
  }

  private static Fault warning(String number, List<Contract> nearest) {
    String near =
        nearest.stream()
            .map(contract -> "%s (%s)".formatted(contract.number(), contract.organization()))
            .collect(Collectors.joining(", "));
    return new Fault(
        "/plan/contractNumber",
        "UNKNOWN_CONTRACT",
        "CMS's directory, as the carrier has loaded it, has no contract %s.%s"
            .formatted(number, near.isEmpty() ? "" : " The nearest: " + near + "."));
  }

  private static String number(Incident incident) {
    return Objects.requireNonNull(incident.details().plan().contractNumber());
  }
}
