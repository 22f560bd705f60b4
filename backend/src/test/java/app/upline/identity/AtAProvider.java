package app.upline.identity;

import app.upline.platform.persistence.Ids;
import app.upline.testing.Api;
import app.upline.testing.Crowd;
import app.upline.testing.OpenIdProvider;
import app.upline.testing.SignInElsewhere;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What tests of signing in elsewhere have: a real OpenID provider in a process of its own. */
abstract class AtAProvider {
  static OpenIdProvider provider;

  @Inject Api api;
  @Inject Crowd crowd;
  @Inject Ids ids;
  @Inject SignInElsewhere elsewhere;

  @BeforeAll
  static void startTheProvider() {
    provider = OpenIdProvider.start();
  }

  @AfterAll
  static void stopTheProvider() {
    provider.close();
  }
}
