package app.upline.identity;

import java.util.Locale;

/**
 * What people are told by mail about their account, and administrators about their organization's.
 * The messages name no person: who did what to whom is in the audit trail.
 */
public enum Notice {
  ROLE_GIVEN("You were given a role at Upline", "You were given another role."),
  ROLE_TAKEN("You lost a role at Upline", "A role was taken from you."),
  PASSWORD_CHANGED("Your password was changed", "The password of your account was changed."),
  PASSWORD_RESET(
      "A new password was chosen",
      "A new password was chosen for your account by a link that was mailed to this address."),
  SECOND_FACTOR_ADDED(
      "Your account uses a second factor",
      "Your account asks for a code of an authenticator app from now on."),
  SECOND_FACTOR_REMOVED(
      "Your account uses no second factor any more",
      "The second factor of your account was removed."),
  SIGN_IN_FROM_NEW_PLACE(
      "A sign-in from a new place",
      "Your account was signed in to from an address that has not been used recently."),
  EMAIL_CHANGE_ASKED(
      "Another e-mail address was asked for",
      "Another e-mail address was entered for your account; it counts once its mailbox confirms it."),
  ACCOUNT_DISABLED("Your account was disabled", "Your account was disabled."),
  ACCOUNT_ENABLED("Your account was enabled", "Your account can sign in again."),
  GUESSED_AT(
      "Failed sign-ins to your account",
      "A hundred sign-ins to your account in a row have failed. Sign-ins from unknown places are refused until you choose a new password by mail."),
  ROLE_CHANGE_DECIDED(
      "A change that you asked for was decided",
      "A second administrator has decided on a change that you asked for."),

  COLLEAGUE_ROLE_GIVEN(
      "A person was given a role at Upline",
      "A person in your organization was given another role."),
  COLLEAGUE_ROLE_TAKEN(
      "A person lost a role at Upline", "A role was taken from a person in your organization."),
  COLLEAGUE_FACTOR_REMOVED(
      "A second factor was removed",
      "An administrator removed the second factor of a person in your organization."),
  COLLEAGUE_DISABLED(
      "An account was disabled", "The account of a person in your organization was disabled."),
  COLLEAGUE_ENABLED(
      "An account was enabled", "The account of a person in your organization was enabled again."),
  COLLEAGUE_ADDRESS_CHANGED(
      "A person has another e-mail address",
      "A person in your organization signs in by another e-mail address from now on."),
  IDENTITY_PROVIDER_CHANGED(
      "The identity provider was changed",
      "Where people of your organization sign in was changed: whoever keeps that provider decides who they are."),
  SERVICE_ACCOUNT_CREDENTIAL_MADE(
      "A service account got a credential",
      "A secret or a key was made for a service account of your organization."),
  SECURITY_SETTINGS_CHANGED(
      "The security settings were changed",
      "What your organization asks of its people when they sign in, or of its administrators, was changed."),
  ROLE_CHANGE_WAITS(
      "A change waits for a second administrator",
      "An administrator asks for a change that a second administrator approves or refuses.");

  private static final String KIND = "notice-";

  private static final String TEXT =
      """
      Hello,

      %s It happened at %s (UTC).

      %s
      """;
  private static final String OWN =
      "If you do not know why, choose a new password and tell an administrator of your organization.";
  private static final String OF_OTHERS =
      "The audit trail shows who did it. If it was not intended, undo it and ask that administrator.";

  private final String subject;
  private final String what;

  Notice(String subject, String what) {
    this.subject = subject;
    this.what = what;
  }

  /** The kind of mail. */
  String kind() {
    return KIND + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String subject() {
    return subject;
  }

  String text(String when) {
    boolean own = compareTo(COLLEAGUE_ROLE_GIVEN) < 0;
    return TEXT.formatted(what, when, own ? OWN : OF_OTHERS);
  }
}
