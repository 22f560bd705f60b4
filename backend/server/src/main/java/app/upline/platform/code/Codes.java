package app.upline.platform.code;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A code list that the domain and the contract both have, and the way between the two: same names,
 * every one of them, in both directions. A list that lacks a code of the other is refused when this
 * is made, and {@code CodesTest} makes each that the service declares; so a code that is added on
 * one side only never gets as far as a request.
 *
 * <p>Some sixty lists are the same on both sides, one of them with 56 states: as {@code switch}
 * expressions they would be a thousand lines that say nothing. Where the lists differ there is
 * something to say, and it is said in a {@code switch} without {@code default}.
 *
 * @param <D> the domain's
 * @param <C> the contract's
 */
public final class Codes<D extends Enum<D>, C extends Enum<C>> {

  private final Class<D> domain;
  private final Class<C> contract;
  private final Map<D, C> contracts;
  private final Map<C, D> domains;

  private Codes(Class<D> domain, Class<C> contract) {
    this.domain = domain;
    this.contract = contract;
    this.contracts = new EnumMap<>(domain);
    this.domains = new EnumMap<>(contract);
    Set<String> ours = names(domain);
    Set<String> theirs = names(contract);
    if (!ours.equals(theirs)) {
      throw new IllegalStateException(
          "%s has %s, and %s has %s".formatted(domain.getName(), ours, contract.getName(), theirs));
    }
    for (D code : domain.getEnumConstants()) {
      C same = Enum.valueOf(contract, code.name());
      contracts.put(code, same);
      domains.put(same, code);
    }
  }

  /**
   * Of these two lists.
   *
   * @throws IllegalStateException when one of them has a code that the other lacks
   */
  public static <D extends Enum<D>, C extends Enum<C>> Codes<D, C> of(
      Class<D> domain, Class<C> contract) {
    return new Codes<>(domain, contract);
  }

  private static Set<String> names(Class<? extends Enum<?>> type) {
    return Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
  }

  /** The contract's code. */
  public C toContract(D code) {
    return Objects.requireNonNull(contracts.get(code));
  }

  /** The contract's code, or null for none. */
  public @Nullable C toContractOrNull(@Nullable D code) {
    return code == null ? null : toContract(code);
  }

  /** The contract's codes, in the same order. */
  public List<C> allToContract(List<D> codes) {
    return codes.stream().map(this::toContract).toList();
  }

  /** The domain's code. */
  public D toDomain(C code) {
    return Objects.requireNonNull(domains.get(code));
  }

  /** The domain's code, or null for none. */
  public @Nullable D toDomainOrNull(@Nullable C code) {
    return code == null ? null : toDomain(code);
  }

  @Override
  public String toString() {
    return domain.getSimpleName() + " as " + contract.getSimpleName();
  }
}
