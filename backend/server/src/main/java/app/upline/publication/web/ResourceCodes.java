package app.upline.publication.web;

import app.upline.api.model.ResourceKindDto;
import app.upline.api.model.SubmissionKindDto;
import app.upline.platform.code.Codes;
import app.upline.publication.Resource;

/** The codes of the resource center. */
final class ResourceCodes {
  static final Codes<Resource.Kind, ResourceKindDto> KINDS =
      Codes.of(Resource.Kind.class, ResourceKindDto.class);
  static final Codes<Resource.Template, SubmissionKindDto> TEMPLATES =
      Codes.of(Resource.Template.class, SubmissionKindDto.class);

  private ResourceCodes() {}
}
