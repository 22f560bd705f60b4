package app.upline.identity.singlesignon;

import app.upline.platform.persistence.Ids;
import app.upline.testing.Api;
import app.upline.testing.OpenIdProvider;
import app.upline.testing.SignInElsewhere;
import app.upline.testing.TestUsers;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What tests of signing in elsewhere have: a real OpenID provider in a process of its own. */
abstract class AtAProvider {
  static OpenIdProvider provider;

  @Inject Api api;
  @Inject TestUsers crowd;
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
