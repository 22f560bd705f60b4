package app.upline.identity.singlesignon;

import app.upline.identity.OrganizationKind;
import app.upline.platform.oidc.ProviderFailure;
import app.upline.platform.oidc.RelyingParty;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an identity provider must be like. */
@Singleton
class IdentityProviderRules {
  private final RelyingParty relyingParty;

  IdentityProviderRules(RelyingParty relyingParty) {
    this.relyingParty = relyingParty;
  }

  /** What is wrong as it stands, and, where nothing is, whether the provider is there at all. */
  List<Fault> faults(OrganizationKind kind, IdentityProvider.Connection wanted) {
    List<Fault> faults = new ArrayList<>();
    Optional<URI> issuer = issuer(wanted.issuer());
    if (issuer.isEmpty()) {
      faults.add(
          new Fault("/issuer", "INVALID_ISSUER", "Write the issuer's address, with https://."));
    }
    for (int i = 0; i < wanted.roles().size(); i++) {
      if (wanted.roles().get(i).role().side() != kind) {
        faults.add(
            new Fault(
                "/roles/" + i + "/role", "ROLE_OF_OTHER_SIDE", "Choose a role of your own side."));
      }
    }
    addBlanks(wanted, faults);
    if (faults.isEmpty() && issuer.isPresent()) {
      addWhetherItAnswers(issuer.get(), faults);
    }
    return faults;
  }

  /** The database does not tell a value from the same with blanks behind it. */
  private static void addBlanks(IdentityProvider.Connection wanted, List<Fault> faults) {
    for (int i = 0; i < wanted.roles().size(); i++) {
      String value = wanted.roles().get(i).value();
      if (!value.equals(value.strip())) {
        faults.add(
            new Fault(
                "/roles/" + i + "/value", "INVALID_TEXT", "Take out the blanks at the ends."));
      }
    }
  }

  private void addWhetherItAnswers(URI issuer, List<Fault> faults) {
    try {
      relyingParty.look(issuer);
    } catch (ProviderFailure failure) {
      faults.add(
          new Fault(
              "/issuer",
              "NO_PROVIDER_THERE",
              "%s; compare the issuer with what your provider states."
                  .formatted(failure.getMessage())));
    }
  }

  /** A secret belongs to the client of an issuer: it is never sent to another one. */
  static boolean needsSecret(IdentityProvider before, IdentityProviderDraft draft) {
    return draft.secret() == null && !draft.connection().isSameClientAs(before.connection());
  }

  private Optional<URI> issuer(String text) {
    try {
      return text.chars().allMatch(c -> c < 128)
          ? Optional.of(URI.create(text)).filter(relyingParty::isAllowed)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
