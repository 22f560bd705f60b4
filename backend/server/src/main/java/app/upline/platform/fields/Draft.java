package app.upline.platform.fields;

import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way to becoming a record, with the faults found so far. Rules look at what is
 * there and stay silent about fields that are faulty already, so that each mistake is told once.
 */
public final class Draft<R> {

  private Map<Field<R, ?>, Object> values = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> remarks = new ArrayList<>();

  /** Its own only where there is a fault, as in few of the rows that are held. */
  private Set<String> faulty = Set.of();

  private boolean misshapen;

  public <T> void set(Field<R, T> field, @Nullable T value) {
    if (!(values instanceof HashMap)) {
      values = new HashMap<>(values);
    }
    if (value == null) {
      values.remove(field);
    } else {
      values.put(field, value);
    }
  }

  /**
   * Takes less than half of the memory from now on: fifty thousand may be held, and not changed.
   */
  public void compact() {
    values = Map.copyOf(values);
  }

  @SuppressWarnings("unchecked") // set() is the only way in
  public <T> @Nullable T get(Field<R, T> field) {
    return (T) values.get(field);
  }

  /** The value of a field that the rules have already found present. */
  public <T> T require(Field<R, T> field) {
    T value = get(field);
    if (value == null) {
      throw new IllegalStateException(field.key() + " is absent from a draft without faults");
    }
    return value;
  }

  /** The values of a list field; empty when there are none. */
  public <T> List<T> list(Field<R, List<T>> field) {
    List<T> value = get(field);
    return value == null ? List.of() : value;
  }

  public boolean is(Field<R, Boolean> field) {
    return Boolean.TRUE.equals(get(field));
  }

  public boolean has(Field<R, ?> field) {
    return values.containsKey(field);
  }

  /** Neither faulty nor, as far as known, wrong. */
  public boolean sound(Field<R, ?> field) {
    return sound(field.pointer());
  }

  public boolean sound(String pointer) {
    return !faulty.contains(pointer);
  }

  public void fault(Field<R, ?> field, String code, String message) {
    fault(field.pointer(), code, message);
  }

  public void fault(String pointer, String code, String message) {
    faults.add(new Fault(pointer, code, message));
    if (faulty.isEmpty()) {
      faulty = new HashSet<>();
    }
    faulty.add(pointer);
  }

  /** Notes how a value was read where that may not be what was meant; it is no fault. */
  public void remark(String pointer, String code, String message) {
    remarks.add(new Fault(pointer, code, message));
  }

  public List<Fault> remarks() {
    return List.copyOf(remarks);
  }

  /** Faults what is not of the contract's shape. */
  public void misshapen(String pointer, String code, String message) {
    misshapen = true;
    if (sound(pointer)) {
      fault(pointer, code, message);
    }
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public boolean faultless() {
    return faults.isEmpty();
  }

  /** Whether the JSON itself is not of the contract's shape, beyond any rule. */
  public boolean isMisshapen() {
    return misshapen;
  }
}
