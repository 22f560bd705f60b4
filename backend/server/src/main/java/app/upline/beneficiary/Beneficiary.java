package app.upline.beneficiary;

import app.upline.platform.personal.Mbi;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who a beneficiary is; at least one of both is there. Never logged, never serialized as it is. */
public record Beneficiary(@Nullable String fullName, @Nullable Mbi mbi) {

  /** The first letter of each part of the name, however long the part is: {@code J*** D***}. */
  @Nullable String maskedName() {
    return fullName == null
        ? null
        : Arrays.stream(fullName.split(" "))
            .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + "***")
            .collect(Collectors.joining(" "));
  }

  @Nullable String maskedMbi() {
    return mbi == null ? null : mbi.masked();
  }

  @Override
  public String toString() {
    return "Beneficiary[masked]";
  }
}
