package app.upline.submission;

/** How many items there are of each change type. */
public record ChangeCounts(int added, int changed, int ended, int unchanged, int voided) {

  public int total() {
    return added + changed + ended + unchanged + voided;
  }
}
