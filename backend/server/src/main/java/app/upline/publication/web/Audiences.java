package app.upline.publication.web;

import app.upline.agency.EntityType;
import app.upline.api.model.AudienceDraftDto;
import app.upline.api.model.AudienceDto;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import app.upline.publication.Audience;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For whom something is, as the contract has it. */
final class Audiences {

  private Audiences() {}

  static Audience domain(@Nullable AudienceDraftDto audience) {
    if (audience == null) {
      throw required("/audience");
    }
    if (audience.getKind() == null) {
      throw required("/audience/kind");
    }
    Set<EntityType> levels =
        audience.getLevels() == null
            ? Set.of()
            : audience.getLevels().stream()
                .map(PublicationCodes.LEVELS::toDomain)
                .collect(Collectors.toUnmodifiableSet());
    Set<UUID> agencies =
        audience.getAgencyIds() == null ? Set.of() : new HashSet<>(audience.getAgencyIds());
    return new Audience(PublicationCodes.AUDIENCES.toDomain(audience.getKind()), levels, agencies);
  }

  static AudienceDto contract(Audience audience) {
    return new AudienceDto()
        .kind(PublicationCodes.AUDIENCES.toContract(audience.kind()))
        .levels(
            new TreeSet<>(audience.levels())
                .stream().map(PublicationCodes.LEVELS::toContract).toList())
        .agencyIds(audience.agencyIds().stream().sorted().toList());
  }

  private static ProblemException required(String pointer) {
    return ProblemException.invalid(
        List.of(new Fault(pointer, "REQUIRED", "Choose whom it is for.")));
  }
}
