package app.upline.submission.web;

import app.upline.api.ReceiptsApi;
import app.upline.api.model.ReceiptDto;
import app.upline.api.model.ReceiptVerificationDto;
import app.upline.api.model.ReceiptVerificationRequestDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.download.Downloads;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.submission.SubmissionReading;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class ReceiptController implements ReceiptsApi {

  private final CurrentUserProvider callers;
  private final SubmissionReading reading;
  private final Downloads downloads;

  ReceiptController(CurrentUserProvider callers, SubmissionReading reading, Downloads downloads) {
    this.callers = callers;
    this.reading = reading;
    this.downloads = downloads;
  }

  @Override
  public ReceiptDto getReceipt(UUID submissionId, @Nullable Integer revision) {
    return SubmissionModels.receipt(sealed(submissionId, revision));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadSubmissionContent(
      UUID submissionId, @Nullable Integer revision) {
    SubmissionReading.Sealed sealed = sealed(submissionId, revision);
    String name = sealed.submission().reference() + "-r" + sealed.revision().revision() + ".ndjson";
    return downloads.file(name, "application/x-ndjson", out -> reading.writeContent(sealed, out));
  }

  @Override
  @LongWork
  public ReceiptVerificationDto verifyReceipt(
      UUID submissionId, ReceiptVerificationRequestDto request) {
    SubmissionReading.Sealed sealed = sealed(submissionId, request.getRevision());
    String recorded = sealed.seal().contentSha256();
    String computed = reading.computedSha256(sealed);
    return new ReceiptVerificationDto()
        .valid(recorded.equals(computed) && recorded.equals(request.getContentSha256()))
        .receiptNumber(sealed.seal().receiptNumber())
        .recordedSha256(recorded)
        .computedSha256(computed);
  }

  private SubmissionReading.Sealed sealed(UUID submissionId, @Nullable Integer revision) {
    return reading
        .sealed(callers.current(), submissionId, revision)
        .orElseThrow(() -> ProblemException.notFound("submitted revision"));
  }
}
