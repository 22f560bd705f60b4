package app.upline.period.web;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.period.PeriodService;
import app.upline.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organization on the other side that a list is asked for. */
@Singleton
final class OtherParty {

  private final PeriodService periods;

  OtherParty(PeriodService periods) {
    this.periods = periods;
  }

  /**
   * A carrier for an agency, an agency for a carrier; null where none is asked for. The caller's
   * own is no filter.
   *
   * @throws ProblemException 404 for one that the caller has nothing to do with
   */
  @Nullable UUID asked(CurrentUser user, @Nullable UUID carrierId, @Nullable UUID agencyId) {
    boolean isAgency = user.kind() == OrganizationKind.AGENCY;
    UUID other = isAgency ? carrierId : agencyId;
    UUID own = isAgency ? agencyId : carrierId;
    boolean isSelf = own == null || own.equals(user.organizationId());
    if (!isSelf || other != null && !periods.knows(user, other)) {
      throw ProblemException.notFound("organization");
    }
    return other;
  }
}
