package app.upline.agency;

import java.time.YearMonth;
import java.util.UUID;

/** One month of one agency with one carrier. */
public record ContractMonth(UUID agencyId, UUID carrierId, YearMonth period) {}
