package app.upline.audit;

import java.util.Set;

/**
 * What the service keeps for itself, so that a change of it alone is no event: nothing here is
 * anybody's record, account or setting. What follows from it is an event of its own.
 */
final class OwnMemory {
  static final Set<String> TABLES =
      Set.of(
          // Answers to be repeated, and who is about to give them.
          "idempotent_request",
          "server_instance",
          // How far uploads are that are being taken in.
          "sheet_import_job",
          // Mail under way, and the tokens in it until they are used.
          "outgoing_mail",
          "email_link",
          // How often what was tried, and who may try again.
          "rate_limit",
          "sign_in_failure",
          "sign_in_permit",
          "sign_in_challenge",
          "used_client_assertion",
          "anonymous_request_count",
          "single_sign_on_attempt",
          // From where people sign in.
          "known_sign_in_source");

  private OwnMemory() {}
}
