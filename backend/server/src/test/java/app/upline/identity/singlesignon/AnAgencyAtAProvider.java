package app.upline.identity.singlesignon;

import static app.upline.testing.SignInElsewhere.agreement;

import app.upline.identity.Role;
import app.upline.testing.TestUser;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** An agency that signs its people in at the provider, and a person without an account yet. */
abstract class AnAgencyAtAProvider extends AtAProvider {
  static final Map<String, String> ROLES =
      Map.of(
          "reporters", "AGENCY_REPORTER",
          "attesters", "AGENCY_ATTESTER",
          "administrators", "AGENCY_ADMINISTRATOR");

  TestUser administrator;
  UUID agency;
  String subject;
  String email;

  @BeforeEach
  void anAgencyWithAProvider() {
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    agency = administrator.organizationId();
    subject = "subject-" + ids.next();
    email = ids.next() + "@harborline.example";
    elsewhere.configure(administrator, agreement(provider.issuer(), ROLES)).then().statusCode(200);
  }

  Response signIn(Map<String, ?> person) {
    return elsewhere.signIn(provider, agency, person);
  }
}
