package app.upline.work;

import app.upline.identity.CurrentUser;
import java.util.List;

/** A room that knows what waits for people. */
public interface WorkSource {

  /**
   * What waits for the caller, one part for each kind that the caller's roles have to do with, the
   * empty ones too. Called in a transaction; reads no more than {@link WorkPart#ASKED} of a kind,
   * by a range of a key.
   */
  List<WorkPart> of(CurrentUser user);
}
