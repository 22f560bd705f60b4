package app.upline.agency;

import jakarta.inject.Singleton;
import java.util.UUID;

/** One writer at a time in what a carrier keeps for itself: its policies, its directory. */
@Singleton
final class CarrierLock {

  private final CarrierRows carriers;

  CarrierLock(CarrierRows carriers) {
    this.carriers = carriers;
  }

  /** Waits for the other writers of the carrier; held until the transaction ends. */
  void hold(UUID carrierId) {
    carriers.lock(carrierId);
  }
}
