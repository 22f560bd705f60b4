package app.upline.platform.download;

import app.upline.api.model.ExportFormatDto;
import app.upline.platform.code.Codes;
import app.upline.platform.http.Acceptance;
import app.upline.platform.http.HeadRequest;
import app.upline.platform.share.Place;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers files that are written while they are sent: nothing of them is ever held whole. */
@Singleton
public final class Downloads {
  private static final Codes<TableFormat, ExportFormatDto> FORMATS =
      Codes.of(TableFormat.class, ExportFormatDto.class);

  /** Writes the file; called on a thread of its own. */
  @FunctionalInterface
  public interface Writer {
    void to(OutputStream out) throws IOException;
  }

  private final Duration patience;

  /**
   * @param patience how long the client may take none of it before it is broken off
   */
  Downloads(@Value("${upline.http.download-patience:120s}") Duration patience) {
    this.patience = patience;
  }

  /** The format asked for by parameter, else by {@code Accept}, else XLSX. */
  public TableFormat wanted(@Nullable ExportFormatDto parameter) {
    if (parameter != null) {
      return FORMATS.toDomain(parameter);
    }
    return ServerRequestContext.currentRequest().map(Downloads::accepted).orElse(TableFormat.XLSX);
  }

  /**
   * A table to be saved.
   *
   * @param name of the file, without its ending; nothing personal
   */
  public HttpResponse<FileCustomizableResponseType> table(
      String name, TableFormat format, Writer writer) {
    return file(name + format.ending(), format.mediaType(), writer);
  }

  public HttpResponse<FileCustomizableResponseType> file(
      String name, String mediaType, Writer writer) {
    return (HeadRequest.isCurrent() ? empty(mediaType) : written(mediaType, writer))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        // Said here already, or the server adds headers by which browsers would keep the file.
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(MediaType.of(mediaType));
  }

  private MutableHttpResponse<FileCustomizableResponseType> written(
      String mediaType, Writer writer) {
    Place place =
        Place.current()
            .orElseThrow(() -> new IllegalStateException("A download that is no long work"));
    Transfer transfer = new Transfer();
    InputStream content = PipedFile.of(writer, place.kept(), transfer, patience);
    MutableHttpResponse<FileCustomizableResponseType> answer =
        HttpResponse.ok(new StreamedFile(content, MediaType.of(mediaType)));
    answer.setAttribute(Transfer.ATTRIBUTE, transfer);
    return answer;
  }

  /** The answer to HEAD, without content. */
  private static MutableHttpResponse<FileCustomizableResponseType> empty(String mediaType) {
    return HttpResponse.ok(
        new StreamedFile(InputStream.nullInputStream(), MediaType.of(mediaType)));
  }

  /** What is wanted more; of two that are wanted as much, the workbook. */
  private static TableFormat accepted(HttpRequest<?> request) {
    Acceptance acceptance = Acceptance.of(request);
    return acceptance
                .quality(TableFormat.CSV.mediaType())
                .compareTo(acceptance.quality(TableFormat.XLSX.mediaType()))
            > 0
        ? TableFormat.CSV
        : TableFormat.XLSX;
  }
}
