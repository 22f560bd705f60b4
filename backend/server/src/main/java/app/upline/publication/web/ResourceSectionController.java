package app.upline.publication.web;

import app.upline.api.ResourceSectionsApi;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.ResourceSectionDraftDto;
import app.upline.api.model.ResourceSectionDto;
import app.upline.api.model.ResourceSectionListDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.problem.ProblemException;
import app.upline.publication.ResourceSection;
import app.upline.publication.ResourceSections;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class ResourceSectionController implements ResourceSectionsApi {

  private final CurrentUserProvider callers;
  private final ResourceSections sections;

  ResourceSectionController(CurrentUserProvider callers, ResourceSections sections) {
    this.callers = callers;
    this.sections = sections;
  }

  @Override
  public ResourceSectionListDto listResourceSections() {
    return new ResourceSectionListDto()
        .items(
            sections.all(callers.current()).stream()
                .map(ResourceSectionController::model)
                .toList());
  }

  @Override
  @Idempotent
  public HttpResponse<ResourceSectionDto> createResourceSection(
      ResourceSectionDraftDto draft, @Nullable String idempotencyKey) {
    ResourceSection made =
        sections.create(callers.current(), draft(draft)).orElseThrow(ProblemException::of);
    return HttpResponse.created(model(made)).header(HttpHeaders.ETAG, ETags.of(made.version()));
  }

  @Override
  public HttpResponse<ResourceSectionDto> replaceResourceSection(
      UUID sectionId, @Nullable String ifMatch, ResourceSectionDraftDto draft) {
    ResourceSection after =
        sections
            .replace(callers.current(), sectionId, ETags.expected(ifMatch), draft(draft))
            .orElseThrow(ProblemException::of);
    return HttpResponse.ok(model(after)).header(HttpHeaders.ETAG, ETags.of(after.version()));
  }

  @Override
  public HttpResponse<Void> removeResourceSection(UUID sectionId, @Nullable String ifMatch) {
    sections
        .remove(callers.current(), sectionId, ETags.expected(ifMatch))
        .orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }

  private static ResourceSections.Draft draft(ResourceSectionDraftDto draft) {
    return new ResourceSections.Draft(
        draft.getParentId(),
        draft.getTitle(),
        draft.getPosition() == null ? 0 : draft.getPosition());
  }

  private static ResourceSectionDto model(ResourceSection section) {
    return new ResourceSectionDto()
        .id(section.id())
        .carrier(new OrganizationNameDto().id(section.carrierId()).name(section.carrierName()))
        .parentId(section.parentId())
        .title(section.title())
        .position(section.position())
        .version(section.version());
  }
}
