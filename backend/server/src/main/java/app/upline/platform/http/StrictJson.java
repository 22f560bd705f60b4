package app.upline.platform.http;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * What RFC 8259 leaves to each reader, decided: UTF-8 and nothing else, one value and nothing after
 * it, no member twice, no half of a surrogate pair, no number that readers understand differently,
 * and no deeper, longer or fuller than any request of the contract. A proxy and a server that read
 * the same bytes differently are a way in, and a tree of a million small values, or a fault for
 * each, is a hundred times its bytes.
 */
final class StrictJson {
  private static final int MAX_DEPTH = 32;

  /** No object and no list of the contract has more than 1,000. */
  static final int MOST_ENTRIES = 2_000;

  /** A thousand incidents at once, and all that is known of each. */
  static final int MOST_VALUES = 200_000;

  private static final int LONGEST_NUMBER = 40;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final JsonFactory STRICT =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private StrictJson() {}

  /**
   * @throws ProblemException 400, with the place, when the bytes are not strict JSON
   */
  static void check(byte[] bytes) {
    if (bytes.length == 0) {
      // Whether there must be a body is for the operation to say.
      return;
    }
    int begin = startsWithMark(bytes) ? MARK.length : 0;
    try (JsonParser json = STRICT.createParser(bytes, begin, bytes.length - begin)) {
      int depth = 0;
      int values = 0;
      do {
        JsonToken token = json.nextToken();
        if (token == null) {
          throw fault(json, "INVALID_JSON", "The body is not well-formed JSON.");
        }
        values += token.isStructEnd() || token == JsonToken.FIELD_NAME ? 0 : 1;
        bound(json, values);
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if ((token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING)
            && hasHalfAPair(json.getText())) {
          throw fault(json, "INVALID_TEXT", "The text holds half of a surrogate pair.");
        }
        if (token.isNumeric() && !isExact(json.getText())) {
          throw fault(json, "INVALID_NUMBER", "The number is larger or finer than can be kept.");
        }
      } while (depth > 0);
      if (json.nextToken() != null) {
        throw fault(json, "INVALID_JSON", "Send one JSON value and nothing after it.");
      }
    } catch (StreamReadException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw ProblemException.malformed(
          List.of(new Fault("", "INVALID_JSON", "The body is not well-formed JSON.")));
    }
  }

  private static void bound(JsonParser json, int values) {
    JsonStreamContext context = json.getParsingContext();
    if (context.getEntryCount() > MOST_ENTRIES) {
      JsonPointer at = context.getParent().pathAsPointer();
      throw ProblemException.malformed(
          List.of(
              new Fault(
                  at.toString(), "TOO_MANY", "Give at most %,d here.".formatted(MOST_ENTRIES))));
    }
    if (values > MOST_VALUES) {
      throw ProblemException.malformed(
          List.of(
              new Fault(
                  "",
                  "TOO_MANY",
                  "Send at most %,d values at once, in all.".formatted(MOST_VALUES))));
    }
  }

  /** A byte order mark says nothing in UTF-8; readers may pass over it. */
  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= MARK.length
        && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  private static ProblemException unreadable(StreamReadException failure) {
    // The library has no type for it.
    return failure.getOriginalMessage().startsWith("Duplicate field")
        ? fault(failure.getProcessor(), "DUPLICATE_MEMBER", "This member is there twice.")
        : ProblemException.malformed(
            List.of(new Fault("", "INVALID_JSON", "The body is not well-formed JSON.")));
  }

  private static ProblemException fault(JsonParser at, String code, String message) {
    return ProblemException.malformed(
        List.of(new Fault(at.getParsingContext().pathAsPointer().toString(), code, message)));
  }

  /**
   * Whether readers agree on a number: many, and those of browsers among them, know none but
   * doubles, and whole numbers of 64 bits.
   */
  private static boolean isExact(String number) {
    if (number.length() > LONGEST_NUMBER) {
      return false;
    }
    double known = Double.parseDouble(number);
    if (Double.isInfinite(known)) {
      return false;
    }
    BigDecimal exact = new BigDecimal(number);
    return exact.signum() == 0
        || known != 0
            && (isWholeOf64Bits(exact)
                || exact.compareTo(new BigDecimal(Double.toString(known))) == 0);
  }

  private static boolean isWholeOf64Bits(BigDecimal number) {
    return number.precision() - number.scale() <= 19
        && number.stripTrailingZeros().scale() <= 0
        && number.toBigInteger().bitLength() < Long.SIZE;
  }

  private static boolean hasHalfAPair(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
