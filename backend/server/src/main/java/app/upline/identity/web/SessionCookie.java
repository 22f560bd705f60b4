package app.upline.identity.web;

import app.upline.api.model.RefreshTokenPlaceDto;
import app.upline.api.model.SessionDto;
import app.upline.identity.session.Grant;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The refresh token where a page cannot read it. Nothing else is done by the cookie: what changes
 * anything wants the access token, which no browser adds by itself. The prefix makes browsers hold
 * it to this host, to TLS and to the whole of it; here only the session's own operations look at
 * it.
 */
final class SessionCookie {

  static final String NAME = "__Host-upline-session";

  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private SessionCookie() {}

  /** Puts the refresh token where the caller wants it. */
  static <T> MutableHttpResponse<T> place(
      @Nullable RefreshTokenPlaceDto place,
      Grant grant,
      SessionDto session,
      MutableHttpResponse<T> answer) {
    if (place != RefreshTokenPlaceDto.COOKIE) {
      return answer;
    }
    session.setRefreshToken(null);
    return answer.cookie(cookie(grant.refreshToken()).maxAge(grant.refreshLife()));
  }

  /** Makes the browser forget it. */
  static <T> MutableHttpResponse<T> end(MutableHttpResponse<T> answer) {
    return answer.cookie(cookie("").maxAge(Duration.ZERO));
  }

  /** What a page of this origin sent; what another page made the browser send is not looked at. */
  static Optional<String> of(HttpRequest<?> request) {
    return isOfThisOrigin(request)
        ? request.getCookies().findCookie(NAME).map(Cookie::getValue).filter(it -> !it.isEmpty())
        : Optional.empty();
  }

  /** By what browsers say of themselves; a program that says nothing is no browser. */
  private static boolean isOfThisOrigin(HttpRequest<?> request) {
    String site = request.getHeaders().get(FETCH_SITE);
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin == null || authority(origin).equals(request.getHeaders().get(HttpHeaders.HOST));
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Cookie cookie(String value) {
    return Cookie.of(NAME, value).path("/").httpOnly(true).secure(true).sameSite(SameSite.Strict);
  }
}
