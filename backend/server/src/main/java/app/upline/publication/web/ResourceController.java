package app.upline.publication.web;

import app.upline.api.ResourcesApi;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.ResourceContentDraftDto;
import app.upline.api.model.ResourceContentDto;
import app.upline.api.model.ResourceContentPageDto;
import app.upline.api.model.ResourceDraftDto;
import app.upline.api.model.ResourceDto;
import app.upline.api.model.ResourceFileDto;
import app.upline.api.model.ResourcePageDto;
import app.upline.api.model.ResourceReadingDto;
import app.upline.api.model.ResourceReadingPageDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.OrganizationKind;
import app.upline.platform.download.Downloads;
import app.upline.platform.files.OpenFile;
import app.upline.platform.http.ETags;
import app.upline.platform.http.HeadRequest;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.upload.UploadedFiles;
import app.upline.publication.ContentDraft;
import app.upline.publication.Resource;
import app.upline.publication.ResourceDraft;
import app.upline.publication.ResourceReader;
import app.upline.publication.ResourceReading;
import app.upline.publication.ResourceService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class ResourceController implements ResourcesApi {

  private final CurrentUserProvider callers;
  private final ResourceService resources;
  private final ResourceReader reader;
  private final UploadedFiles uploads;
  private final Downloads downloads;

  ResourceController(
      CurrentUserProvider callers,
      ResourceService resources,
      ResourceReader reader,
      UploadedFiles uploads,
      Downloads downloads) {
    this.callers = callers;
    this.resources = resources;
    this.reader = reader;
    this.uploads = uploads;
    this.downloads = downloads;
  }

  private record Wanted(@Nullable UUID sectionId, @Nullable String query) {}

  @Override
  public ResourcePageDto listResources(
      @Nullable UUID sectionId,
      @Nullable String q,
      @Nullable String cursor,
      @Nullable Integer limit) {
    CurrentUser user = callers.current();
    Cursors cursors = Cursors.of("resources", new Wanted(sectionId, q));
    Page<Resource> page = reader.page(user, sectionId, q, cursors.request(cursor, limit, false));
    return new ResourcePageDto()
        .items(page.items().stream().map(one -> model(user, one)).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<ResourceDto> getResource(UUID resourceId, @Nullable String ifNoneMatch) {
    CurrentUser user = callers.current();
    Optional<Resource> found =
        HeadRequest.isCurrent() ? reader.find(user, resourceId) : reader.read(user, resourceId);
    return answer(user, found.orElseThrow(this::notFound));
  }

  @Override
  public ResourceContentPageDto listResourceVersions(
      UUID resourceId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("resource-versions", resourceId);
    Page<Resource.Content> page =
        reader
            .versions(callers.current(), resourceId, cursors.request(cursor, limit, false))
            .orElseThrow(this::notFound);
    return new ResourceContentPageDto()
        .items(page.items().stream().map(one -> content(one, true)).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public ResourceReadingPageDto listResourceReadings(
      UUID resourceId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("resource-readings", resourceId);
    Page<ResourceReading> page =
        reader
            .readings(callers.current(), resourceId, cursors.request(cursor, limit, false))
            .orElseThrow(this::notFound);
    return new ResourceReadingPageDto()
        .items(page.items().stream().map(ResourceController::reading).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<ResourceDto> createResource(
      ResourceDraftDto draft, @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    Resource made = resources.create(user, draft(draft)).orElseThrow(ProblemException::of);
    return HttpResponse.created(model(user, made), URI.create("/v1/resources/" + made.id()))
        .header(HttpHeaders.ETAG, ETags.of(made.version()));
  }

  @Override
  public HttpResponse<ResourceDto> replaceResource(
      UUID resourceId, @Nullable String ifMatch, ResourceDraftDto draft) {
    CurrentUser user = callers.current();
    return answer(user, resources.replace(user, resourceId, ETags.expected(ifMatch), draft(draft)));
  }

  @Override
  @Idempotent
  public HttpResponse<ResourceDto> publishResource(
      UUID resourceId,
      @Nullable String ifMatch,
      ResourceContentDraftDto draft,
      @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    ContentDraft content =
        new ContentDraft(
            draft.getEffectiveFrom(),
            draft.getEffectiveTo(),
            draft.getText(),
            draft.getUrl(),
            ResourceCodes.TEMPLATES.toDomainOrNull(draft.getTemplate()));
    return answer(user, resources.publish(user, resourceId, ETags.expected(ifMatch), content));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<ResourceDto> publishResourceFile(
      UUID resourceId,
      @Nullable String ifMatch,
      CompletedFileUpload file,
      @Nullable String idempotencyKey,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo) {
    CurrentUser user = callers.current();
    ExpectedVersion expected = ETags.expected(ifMatch);
    return uploads.read(
        file,
        path ->
            answer(
                    user,
                    resources.publish(user, resourceId, expected, effectiveFrom, effectiveTo, path))
                .status(HttpStatus.CREATED));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadResourceFile(
      UUID resourceId, Integer resourceVersion) {
    CurrentUser user = callers.current();
    OpenFile file =
        (HeadRequest.isCurrent()
                ? reader.findFile(user, resourceId, resourceVersion)
                : reader.open(user, resourceId, resourceVersion))
            .orElseThrow(this::notFound);
    return downloads.file(
        file.name(), MediaType.APPLICATION_OCTET_STREAM, out -> reader.write(file, out));
  }

  @Override
  @Idempotent
  public HttpResponse<ResourceDto> retireResource(
      UUID resourceId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    return answer(user, resources.retire(user, resourceId, ETags.expected(ifMatch)));
  }

  private ProblemException notFound() {
    return ProblemException.notFound("resource");
  }

  private static ResourceDraft draft(ResourceDraftDto draft) {
    return new ResourceDraft(
        draft.getSectionId(),
        ResourceCodes.KINDS.toDomainOrNull(draft.getKind()),
        draft.getTitle(),
        draft.getPosition() == null ? 0 : draft.getPosition(),
        Audiences.domain(draft.getAudience()));
  }

  private static MutableHttpResponse<ResourceDto> answer(
      CurrentUser user, Outcome<Resource> outcome) {
    return answer(user, outcome.orElseThrow(ProblemException::of));
  }

  private static MutableHttpResponse<ResourceDto> answer(CurrentUser user, Resource one) {
    return HttpResponse.ok(model(user, one)).header(HttpHeaders.ETAG, ETags.of(one.version()));
  }

  /** Who else it is for, and who published it, is the carrier's own affair. */
  private static ResourceDto model(CurrentUser user, Resource one) {
    boolean isCarrier = user.kind() == OrganizationKind.CARRIER;
    return new ResourceDto()
        .id(one.id())
        .carrier(new OrganizationNameDto().id(one.carrierId()).name(one.carrierName()))
        .sectionId(one.sectionId())
        .kind(ResourceCodes.KINDS.toContract(one.kind()))
        .title(one.title())
        .position(one.position())
        .content(one.content() == null ? null : content(one.content(), isCarrier))
        .audience(isCarrier ? Audiences.contract(one.audience()) : null)
        .retiredAt(one.retiredAt() == null ? null : one.retiredAt().atOffset(ZoneOffset.UTC));
  }

  private static ResourceContentDto content(Resource.Content content, boolean withName) {
    Resource.File file = content.file();
    return new ResourceContentDto()
        .version(content.number())
        .effectiveFrom(content.effectiveFrom())
        .effectiveTo(content.effectiveTo())
        .text(content.text())
        .url(content.url())
        .template(ResourceCodes.TEMPLATES.toContractOrNull(content.template()))
        .file(
            file == null
                ? null
                : new ResourceFileDto()
                    .mediaType(file.mediaType())
                    .bytes(file.bytes())
                    .sha256(file.sha256()))
        .publishedAt(content.publishedAt().atOffset(ZoneOffset.UTC))
        .publishedBy(withName ? content.publishedBy() : null);
  }

  private static ResourceReadingDto reading(ResourceReading one) {
    return new ResourceReadingDto()
        .version(one.number())
        .agency(new OrganizationNameDto().id(one.agencyId()).name(one.agencyName()))
        .by(one.by())
        .readAt(one.readAt().atOffset(ZoneOffset.UTC))
        .downloadedAt(
            one.downloadedAt() == null ? null : one.downloadedAt().atOffset(ZoneOffset.UTC));
  }
}
