package app.upline.testing.nasty;

/**
 * A request, and what is nasty about it.
 *
 * @param place the parameter, header, part or member that is odd
 */
public record Nasty(Oddity oddity, String place, String value, UnsentRequest request) {
  private static final int SHOWN = 60;

  @Override
  public String toString() {
    String shown = value.substring(0, Math.min(SHOWN, value.length()));
    return oddity + " at " + place + ": " + AsciiText.of(shown);
  }
}
