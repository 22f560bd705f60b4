package app.upline.beneficiary;

import java.util.UUID;

/** Another incident of the agency with the same Medicare number. */
public record Match(UUID incidentId, String incidentReference) {}
