package app.upline.platform.personal;

import java.util.HashMap;
import java.util.Map;

/**
 * Letters of other alphabets that are drawn like Latin capitals, small letters or digits (a part of
 * Unicode's list of confusables, UTS 39). Not ICU's skeletons: those make of an m an r and an n,
 * and of a zero an O, for comparing two words, not for finding a form in a text.
 */
final class LookAlikes {

  /** Each letter, and after it all that look like it. */
  private static final String[] ALIKE = {
    "AАΑᎪꓮᴀ", "BВΒᏴꓐʙ", "CСϹᏟꓚⅭᴄ", "DᎠꓓⅮᴅ", "EЕΕᎬꓰᴇ", "FϜꓝ", "GԌᏀꓖɢ", "HНΗᎻꓧʜ", "IІΙӀꓲⅠ", "JЈᎫꓙᴊ",
    "KКΚᏦꓗᴋ", "LᏞꓡⅬʟ", "MМΜᎷꓟⅯᴍ", "NΝꓠɴ", "OОΟꓳՕᴏ", "PРΡᏢꓑᴘ", "QԚ", "RᎡꓣʀ", "SЅᏚꓢՏ", "TТΤᎢꓔᴛ",
    "UՍꓴᴜ", "VѴᏙꓦⅤᴠ", "WԜᎳꓪᴡ", "XХΧꓫⅩ", "YУΥҮꓬʏ", "ZΖᏃꓜᴢ", "aаα", "cсϲ", "dԁ", "eеҽ", "gɡց", "hһհ",
    "iіıι", "jјϳ", "kкκ", "mм", "nηпո", "oоοօσ", "pрρ", "qԛզ", "rгᴦ", "sѕ", "tтτ", "uυսц", "vνѵ",
    "wԝѡ", "xхχ", "yуγү", "3ЗӠ", "4Ч", "6б",
  };

  /** Letters by name that are drawn as nothing. */
  private static final String BLANKS = "\u115f\u1160\u3164\uffa0\u2800";

  private static final Map<Integer, Character> LIKE = new HashMap<>();

  static {
    for (String alike : ALIKE) {
      alike.codePoints().skip(1).forEach(point -> LIKE.put(point, alike.charAt(0)));
    }
  }

  private LookAlikes() {}

  /** The plain character that it looks like; 0 when it looks like none. */
  static char of(int point) {
    return LIKE.getOrDefault(point, (char) 0);
  }

  static boolean isBlank(int point) {
    return BLANKS.indexOf(point) >= 0;
  }
}
