package app.upline.platform.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks providers, whose addresses administrators of organizations type in: so it reaches public
 * addresses by HTTPS only, follows no redirect, waits no longer than some seconds and reads no more
 * than some kilobytes.
 */
final class ProviderHttp implements ResourceRetriever, AutoCloseable {
  private static final Timeout CONNECT = Timeout.ofSeconds(3);
  private static final Timeout SILENCE = Timeout.ofSeconds(4);
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_IN_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 100;

  /** Ends what takes too long as a whole, however steadily it trickles. */
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("identity-provider-timer").factory());

  private final CloseableHttpClient client;
  private final boolean localProviders;
  private final Duration altogether;

  /**
   * @param localProviders whether one on this machine may be asked, without TLS
   * @param altogether how long one request may take
   */
  ProviderHttp(boolean localProviders, Duration altogether) {
    this.localProviders = localProviders;
    this.altogether = altogether;
    client =
        HttpClients.custom()
            .setConnectionManager(connections(new PublicAddresses(localProviders)))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(CONNECT)
                    .setResponseTimeout(SILENCE)
                    .build())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableContentCompression()
            .build();
  }

  private static HttpClientConnectionManager connections(PublicAddresses addresses) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(addresses)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxLineLength(MOST_IN_LINE)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .build())
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(SILENCE).build())
        .setMaxConnTotal(40)
        .setMaxConnPerRoute(4)
        .build();
  }

  /** What came back. */
  record Answer(int status, String contentType, String body) {}

  Answer get(URI uri) throws IOException {
    return send(new HttpGet(checked(uri)));
  }

  Answer post(URI uri, Map<String, List<String>> headers, String form) throws IOException {
    HttpPost request = new HttpPost(checked(uri));
    headers.forEach(
        (name, values) -> {
          if (!name.equalsIgnoreCase("Content-Type")) {
            values.forEach(value -> request.addHeader(name, value));
          }
        });
    request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
    return send(request);
  }

  /** The keys of a provider, for the library that caches them. */
  @Override
  public Resource retrieveResource(URL url) throws IOException {
    Answer answer = get(URI.create(url.toString()));
    if (answer.status() != 200) {
      throw new IOException("The keys were answered with " + answer.status());
    }
    return new Resource(answer.body(), answer.contentType());
  }

  /** Whether we would ask it at all, as far as its address tells. */
  boolean isAllowed(URI uri) {
    boolean secure = "https".equals(uri.getScheme());
    boolean local = localProviders && "http".equals(uri.getScheme());
    return uri.getHost() != null && uri.getUserInfo() == null && (secure || local);
  }

  private URI checked(URI uri) throws IOException {
    if (!isAllowed(uri)) {
      throw new IOException("Not an address to ask");
    }
    return uri;
  }

  private Answer send(HttpUriRequestBase request) throws IOException {
    request.addHeader("Accept", "application/json, application/jwk-set+json");
    ScheduledFuture<?> end =
        timer.schedule(request::cancel, altogether.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, ProviderHttp::read);
    } finally {
      end.cancel(false);
    }
  }

  private static Answer read(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new Answer(response.getCode(), "", "");
    }
    byte[] body = entity.getContent().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new IOException("The answer is too long");
    }
    String type = entity.getContentType();
    return new Answer(
        response.getCode(), type == null ? "" : type, new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    timer.shutdownNow();
    client.close();
  }
}
