package app.upline.submission.web;

import app.upline.api.model.IncidentDisclosurePage;
import app.upline.identity.CurrentUser;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.submission.IncidentHistory;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each time an incident was disclosed, as a page of the contract. */
final class Histories {

  private Histories() {}

  static IncidentDisclosurePage page(
      IncidentHistory history,
      CurrentUser user,
      UUID incidentId,
      @Nullable String cursor,
      @Nullable Integer limit) {
    Cursors cursors = Cursors.of("told", incidentId);
    Page<IncidentHistory.Told> page =
        history.page(user, incidentId, cursors.request(cursor, limit, false));
    return new IncidentDisclosurePage()
        .items(page.items().stream().map(SubmissionModels::told).toList())
        .nextCursor(cursors.next(page));
  }
}
