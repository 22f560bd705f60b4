package app.upline.assignment;

/** A room that keeps by itself who has some of its work, such as a carrier's triage. */
public interface HeldWork {

  /** Hands over what is open, in the transaction at hand; how much that was. */
  int handOver(WorkTransfer transfer);
}
