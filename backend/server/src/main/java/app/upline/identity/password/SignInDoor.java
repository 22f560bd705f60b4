package app.upline.identity.password;

import app.upline.platform.edge.NarrowDoor;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Signing in costs a hash: no more are let in than are attended to. */
@Factory
final class SignInDoor {

  @Singleton
  NarrowDoor signIn(Passwords passwords) {
    return new NarrowDoor("/v1/sessions", passwords::places);
  }
}
