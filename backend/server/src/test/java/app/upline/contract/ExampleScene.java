package app.upline.contract;

import app.upline.identity.Role;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.TestUser;
import app.upline.testing.TestWorld.Inhabited;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An agency and its carrier of one day, which of their things were changed, and what was told. */
final class ExampleScene {
  private static final String ID = "Id";

  /** What an example shows, and is another each time, besides ids. */
  private static final Set<String> UNKNOWABLE =
      Set.of(
          "upTo",
          "wordingVersion",
          "refreshToken",
          "email",
          "password",
          "currentPassword",
          "token",
          "reference",
          "row",
          "revision");

  /** What an answer says that the next request needs. */
  private static final Set<String> TOLD = Set.of("clientId", "clientSecret", "effectiveFrom");

  private final String day;
  private final Inhabited inhabited;
  private final Set<String> used;
  private final Map<String, Object> told = new HashMap<>();
  private final Map<Role, TestUser> people = new EnumMap<>(Role.class);

  ExampleScene(String day, Inhabited inhabited) {
    this(day, inhabited, new HashSet<>());
  }

  private ExampleScene(String day, Inhabited inhabited, Set<String> used) {
    this.day = day;
    this.inhabited = inhabited;
    this.used = used;
    told.putAll(inhabited.things());
    told.put("rootId", inhabited.things().get("relationshipId"));
    told.put("upTo", inhabited.things().get("notificationId"));
    told.put("wordingVersion", "v1");
    told.put("effectiveFrom", "2020-01-01");
    told.put("revision", 1);
    told.put("row", 2);
  }

  /** The same for another example, which knows nothing of what was told before. */
  ExampleScene again() {
    return new ExampleScene(day, inhabited, used);
  }

  String day() {
    return day;
  }

  Inhabited inhabited() {
    return inhabited;
  }

  /** Whether nothing that these requests name was changed. */
  boolean isFreshFor(String wanted, List<ExampleRequest> requests) {
    return day.equals(wanted)
        && requests.stream().flatMap(ExampleScene::named).noneMatch(used::contains);
  }

  void use(List<ExampleRequest> requests) {
    requests.stream()
        .filter(request -> !request.operation().method().equals("get"))
        .flatMap(ExampleScene::named)
        .forEach(used::add);
  }

  /** The things that it is about, or the address itself of what makes a thing. */
  private static Stream<String> named(ExampleRequest request) {
    Set<String> names = new HashSet<>();
    Operation operation = request.operation();
    Matcher inPath = Pattern.compile("\\{(\\w+)}").matcher(operation.path());
    while (inPath.find()) {
      names.add(inPath.group(1));
    }
    if (request.body() != null) {
      Matcher inBody = Pattern.compile("(\\w+Id)s?=").matcher(request.body().value().toString());
      while (inBody.find()) {
        names.add(inBody.group(1));
      }
    }
    names.remove("carrierId");
    if (ExampleSender.isKeepers(operation) || names.contains("userId")) {
      names.add("keeper");
    }
    if (operation.path().endsWith("-batches")) {
      names.add(ExampleSender.thingOfBatch(operation));
    }
    return names.isEmpty() ? Stream.of(operation.path()) : names.stream();
  }

  /** Remembers what was answered; a thing that was made is the one that is meant from now on. */
  void tell(Operation operation, Map<String, Object> answer) {
    String last = operation.path().substring(operation.path().lastIndexOf('/'));
    if (answer.get("id") instanceof String id && !last.startsWith("/{")) {
      Pattern named = Pattern.compile(Pattern.quote(last) + "/\\{(\\w+)}");
      Contract.get().operations().stream()
          .map(other -> named.matcher(other.path()))
          .filter(Matcher::find)
          .findFirst()
          .ifPresent(found -> told.put(found.group(1), id));
    }
    tellParts(answer);
  }

  private void tellParts(Map<?, ?> whole) {
    TOLD.stream()
        .filter(whole::containsKey)
        .forEach(name -> told.put(name, Objects.requireNonNull(whole.get(name))));
    whole.forEach(
        (name, value) -> {
          Object first = value instanceof List<?> list && !list.isEmpty() ? list.getFirst() : value;
          if (first instanceof Map<?, ?> part) {
            if (part.get("id") instanceof String id) {
              told.put(lastWord(name.toString()), id);
            }
            tellParts(part);
          }
        });
  }

  /** What names one of {@code actionItems} is {@code itemId}. */
  private static String lastWord(String list) {
    String[] words = list.split("(?=[A-Z])");
    return words[words.length - 1].toLowerCase(Locale.ROOT).replaceFirst("s$", "") + ID;
  }

  /** Somebody of this role who is the same throughout an example, and in no other. */
  TestUser person(Role role, UUID organization, BiFunction<Role, UUID, TestUser> someone) {
    return people.computeIfAbsent(role, same -> someone.apply(same, organization));
  }

  @Nullable Object told(String name) {
    return told.get(name);
  }

  /** What it is at this moment. */
  void tell(String name, Object value) {
    told.put(name, value);
  }

  Map<String, String> path() {
    return told.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof String)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
  }

  /** The value with what an example cannot know. */
  Object fitted(Object value) {
    return switch (value) {
      case Map<?, ?> object -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach(
            (name, member) -> copy.put(name.toString(), member(name.toString(), member)));
        if (copy.get("subjectKind") instanceof String kind) {
          copy.put("subjectId", told.get(kind.toLowerCase(Locale.ROOT) + ID));
        }
        yield copy;
      }
      // Of what are two things in an example there may be one.
      case List<?> list -> list.stream().map(this::fitted).distinct().toList();
      case null, default -> value;
    };
  }

  private Object member(String name, Object value) {
    if ((name.endsWith(ID) || UNKNOWABLE.contains(name))
        && told.get(name) instanceof Object known) {
      return known;
    }
    String one = name.endsWith(ID + "s") ? name.substring(0, name.length() - 1) : "";
    return value instanceof List<?> && told.get(one) instanceof String thing
        ? List.of(thing)
        : fitted(value);
  }
}
