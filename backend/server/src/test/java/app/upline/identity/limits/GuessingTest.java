package app.upline.identity.limits;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.CurrentUser;
import app.upline.identity.MailedLinks;
import app.upline.identity.Role;
import app.upline.identity.secondfactor.SecondFactorService;
import app.upline.identity.secondfactor.SecondFactors;
import app.upline.identity.secondfactor.Totp;
import app.upline.identity.session.PasswordService;
import app.upline.identity.session.SessionService;
import app.upline.identity.session.SignInLinks;
import app.upline.identity.session.SignInResult;
import app.upline.platform.http.ClientSource;
import app.upline.platform.outcome.Outcome;
import app.upline.testing.Mailbox;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strangers guess, and the owner gets in. */
@Tag("engine")
@MicronautTest(transactional = false)
class GuessingTest {
  private static final ClientSource HOME = ClientSource.INSIDE;
  private static final ClientSource ELSEWHERE = new ClientSource("203.0.113.7", null);

  @Inject TestUsers crowd;
  @Inject SessionService sessions;
  @Inject SignInLinks links;
  @Inject PasswordService passwords;
  @Inject SecondFactorService factors;
  @Inject SecondFactors secondFactors;
  @Inject SignInLimits limits;
  @Inject FailureCounts failures;
  @Inject KnownSignInSources places;
  @Inject Mailbox mailbox;
  @Inject Clock clock;

  private TestUser owner;

  @BeforeEach
  void anAccountWithAPlaceOfItsOwn() {
    owner = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void aPlaceIsKnownExactlyAndNotByItsBeginning() {
    ClientSource ten = new ClientSource("10.0.0.10", null);
    assertThat(signIn(owner.password(), ten)).isInstanceOf(SignInResult.SignedIn.class);

    assertThat(places.know(owner.id(), ten.network(), Instant.EPOCH)).isTrue();
    assertThat(places.know(owner.id(), "10.0.0.1", Instant.EPOCH)).isFalse();
  }

  @Test
  void strangersDoNotKeepTheOwnerOutOfAKnownPlace() {
    strangersGuessUntilTheyAreStopped();

    assertThat(signIn(owner.password(), HOME)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void theOwnerGetsInFromANewPlaceByAMailedLink() {
    strangersGuessUntilTheyAreStopped();
    assertThat(signIn(owner.password(), ELSEWHERE)).isInstanceOf(SignInResult.Throttled.class);

    assertThat(links.request(owner.email(), ELSEWHERE)).isEmpty();

    String permit = permitFor(owner);
    assertThat(sessions.signIn(owner.email(), "not it", permit, ELSEWHERE))
        .isInstanceOf(SignInResult.Refused.class);
    assertThat(sessions.signIn(owner.email(), owner.password(), permit, ELSEWHERE))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void aPermitOfSomebodyElseIsNone() {
    TestUser other = crowd.someone(Role.AGENCY_REPORTER);
    links.request(other.email(), ELSEWHERE);
    String permit = permitFor(other);
    strangersGuessUntilTheyAreStopped();

    assertThat(sessions.signIn(owner.email(), owner.password(), permit, ELSEWHERE))
        .isInstanceOf(SignInResult.Throttled.class);
  }

  @Test
  void aLinkToTryAgainWorksOnce() {
    links.request(owner.email(), ELSEWHERE);
    String token = mailbox.tokenFor(owner.email(), 1);

    assertThat(links.redeem(token, ELSEWHERE)).isInstanceOf(Outcome.Done.class);
    assertThat(links.redeem(token, ELSEWHERE)).isEqualTo(MailedLinks.invalid());
  }

  private String permitFor(TestUser asking) {
    return links
        .redeem(mailbox.tokenFor(asking.email(), 1), ELSEWHERE)
        .orElseThrow(refusal -> new IllegalStateException(refusal.toString()))
        .permit();
  }

  @Test
  void afterAHundredFailuresInARowOnlyAResetCounts() {
    hundredFailuresOfStrangers();

    assertThat(signIn(owner.password(), ELSEWHERE)).isInstanceOf(SignInResult.Throttled.class);
    muchLater();
    SignInResult over = signIn(owner.password(), ELSEWHERE);
    assertThat(over).isInstanceOf(SignInResult.Throttled.class);
    assertThat(SessionService.isOver(((SignInResult.Throttled) over).met())).isTrue();

    String chosen = "a lantern over the prairie at dusk";
    passwords.requestReset(owner.email(), ELSEWHERE);
    assertThat(passwords.reset(mailbox.tokenFor(owner.email(), 1), chosen, ELSEWHERE))
        .isInstanceOf(Outcome.Done.class);
    assertThat(signIn(chosen, new ClientSource("198.51.100.9", null)))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void theOwnerIsToldOfAHundredFailures() {
    hundredFailuresOfStrangers();

    assertThat(mailbox.newestAbout("Failed sign-ins to your account", owner.email(), 1))
        .isNotBlank();
  }

  @Test
  void aSuccessBeginsTheRowAnew() {
    FailureCounts.Subject subject =
        limits.password(owner.email(), Optional.of(owner.id()), null, ELSEWHERE).failure();
    for (int i = 0; i < FailureCounts.MOST - 1; i++) {
      assertThat(failures.take(subject)).isEmpty();
    }
    assertThat(signIn(owner.password(), HOME)).isInstanceOf(SignInResult.SignedIn.class);

    assertThat(failures.take(subject)).isEmpty();
    assertThat(failures.take(subject)).isEmpty();
  }

  @Test
  void anAddressThatNobodyHasEndsTheSameWay() {
    FailureCounts.Subject nobody =
        limits.password("guessed@people.example", Optional.empty(), null, ELSEWHERE).failure();
    for (int i = 0; i < FailureCounts.MOST; i++) {
      failures.take(nobody);
    }
    assertThat(sessions.signIn("guessed@people.example", "not it", ELSEWHERE))
        .isInstanceOf(SignInResult.Throttled.class);
  }

  @Test
  void whoKnowsOnlyThePasswordKeepsTheOwnerOutOfNothing() {
    byte[] secret = secondFactors.begin(owner.id()).orElseThrow();
    secondFactors.confirm(secondFactors.find(owner.id()).orElseThrow());
    String stranger = challenge(ELSEWHERE);
    for (int i = 0; i < 5; i++) {
      assertThat(sessions.answer(stranger, "000000", ELSEWHERE))
          .isInstanceOf(SignInResult.Refused.class);
    }
    assertThat(sessions.answer(stranger, "000000", ELSEWHERE))
        .isInstanceOf(SignInResult.Throttled.class);

    // The owner, at home, is neither kept from signing in nor from choosing another password.
    assertThat(sessions.answer(challenge(HOME), code(secret), HOME))
        .isInstanceOf(SignInResult.SignedIn.class);
    CurrentUser self =
        new CurrentUser(
            owner.id(), "Sam", owner.kind(), owner.organizationId(), Set.of(owner.role()));
    assertThat(limits.take(limits.ownSecret(self.id(), UUID.randomUUID()))).isEmpty();
  }

  @Test
  void codesEndAfterAHundredFailuresToo() {
    secondFactors.begin(owner.id());
    secondFactors.confirm(secondFactors.find(owner.id()).orElseThrow());
    FailureCounts.Subject subject = limits.code(owner.id(), null, ELSEWHERE).failure();
    for (int i = 0; i < FailureCounts.MOST; i++) {
      failures.take(subject);
    }
    SignInResult answer = sessions.answer(challenge(ELSEWHERE), "000000", ELSEWHERE);

    assertThat(answer).isInstanceOf(SignInResult.Throttled.class);
    assertThat(SessionService.isOver(((SignInResult.Throttled) answer).met())).isTrue();
  }

  @Test
  void aSignInFromANewPlaceIsTold() {
    signIn(owner.password(), HOME);
    assertThat(mailbox.to(owner.email())).isEmpty();

    signIn(owner.password(), ELSEWHERE);

    assertThat(mailbox.newestAbout("A sign-in from a new place", owner.email(), 1))
        .doesNotContain("203.0.113");
  }

  private String challenge(ClientSource source) {
    SignInResult result = signIn(owner.password(), source);
    assertThat(result).isInstanceOf(SignInResult.Challenged.class);
    return ((SignInResult.Challenged) result).challenge();
  }

  private String code(byte[] secret) {
    return Totp.code(secret, Totp.stepAt(clock.instant()));
  }

  private SignInResult signIn(String password, ClientSource source) {
    return sessions.signIn(owner.email(), password, source);
  }

  private void strangersGuessUntilTheyAreStopped() {
    for (int i = 0; i < 20; i++) {
      assertThat(signIn("not it", stranger(i))).isInstanceOf(SignInResult.Refused.class);
    }
    assertThat(signIn("not it", stranger(20))).isInstanceOf(SignInResult.Throttled.class);
  }

  private void hundredFailuresOfStrangers() {
    FailureCounts.Subject subject =
        limits.password(owner.email(), Optional.of(owner.id()), null, ELSEWHERE).failure();
    for (int i = 0; i < FailureCounts.MOST - 1; i++) {
      failures.take(subject);
    }
    signIn("not it", stranger(1));
  }

  private static ClientSource stranger(int number) {
    return new ClientSource("198.51.100." + number, null);
  }

  /** All that comes back with time has come back. */
  private void muchLater() {
    crowd.run("delete from rate_limit");
  }
}
