package app.upline.contract;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import app.upline.testing.FreshBody;
import app.upline.testing.TestWorld;
import app.upline.testing.WrongValues;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What the contract says of a request is held to, in every operation and in every place. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@Property(name = "upline.rates.caller", value = "1000000")
@Property(name = "upline.rates.source", value = "1000000")
class StrictRequestsTest {

  /** The client would send types that it does not know in Latin-1. */
  private static final RestAssuredConfig IN_UTF_8 =
      RestAssured.config()
          .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset(UTF_8));

  @Inject EmbeddedServer server;
  @Inject TestWorld world;

  private TestWorld.Inhabited inhabited;

  @BeforeEach
  void inhabit() {
    if (inhabited == null) {
      inhabited = world.inhabited();
    }
  }

  @TestFactory
  Stream<DynamicTest> aParameterThatThereIsNoneOfIsNamed() {
    return operations()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      Response response =
                          send(operation, sound(operation).queryParam("color", "red"));
                      refused(response, 400, "?color");
                      assertThat(response.path("errors[0].code").toString())
                          .isEqualTo("UNKNOWN_PARAMETER");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aMistypedParameterIsToldTheNearest() {
    return parameters("query")
        .map(
            of ->
                DynamicTest.dynamicTest(
                    of.toString(),
                    () -> {
                      String name = of.parameter().name();
                      Response response =
                          send(of.operation(), sound(of.operation()).queryParam(name + "z", "x"));
                      refused(response, 400, "?" + name + "z");
                      assertThat(response.path("errors[0].message").toString()).contains(name);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aParameterIsSentOnce() {
    return parameters("query")
        .map(
            of ->
                DynamicTest.dynamicTest(
                    of.toString(),
                    () ->
                        refused(
                            send(
                                of.operation(),
                                sound(of.operation()).queryParam(of.parameter().name(), "a", "b")),
                            400,
                            "?" + of.parameter().name())));
  }

  @TestFactory
  Stream<DynamicTest> aParameterIsWhatTheContractSays() {
    return Stream.concat(parameters("query"), parameters("header"))
        .map(of -> DynamicTest.dynamicTest(of.toString(), () -> checkValues(of)));
  }

  @TestFactory
  Stream<DynamicTest> aMemberOfABodyIsWhatTheContractSays() {
    return operations()
        .filter(operation -> FreshBody.of(operation, inhabited.things()).isPresent())
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> checkBody(operation)));
  }

  @TestFactory
  Stream<DynamicTest> whoDoesNotSayWhichVersionTheySawIsAskedFirst() {
    return parameters("header")
        .filter(of -> of.parameter().name().equals("If-Match"))
        .map(
            of ->
                DynamicTest.dynamicTest(
                    of.operation().id(),
                    () -> {
                      Response response = send(of.operation(), sound(of.operation()));
                      assertThat(response.statusCode()).as(response.asString()).isEqualTo(428);
                    }));
  }

  private record Of(Operation operation, Parameter parameter) {
    @Override
    public String toString() {
      return operation.id() + " " + parameter.name();
    }
  }

  private void checkValues(Of of) {
    for (String wrong : WrongValues.texts(of.parameter().schema())) {
      boolean query = of.parameter().in().equals("query");
      if (!query && !wrong.matches("[!-~]+")) {
        continue; // no client sends that in a header
      }
      RequestSpecification request = sound(of.operation());
      if (query) {
        request.queryParam(of.parameter().name(), wrong);
      } else {
        request.header(of.parameter().name(), wrong);
      }
      refused(send(of.operation(), request), 400, "?" + of.parameter().name());
    }
  }

  private void checkBody(Operation operation) {
    if (operation.takes("path", "actionId")) {
      // What was tried on its incident before has left other actions there.
      inhabited = world.inhabited();
    }
    Contract.Body example = FreshBody.of(operation, inhabited.things()).orElseThrow();
    Map<String, Object> schema = Contract.get().bodySchema(operation, example.mediaType());
    List<String> taken = new ArrayList<>();
    for (Wrong wrong : wrongs(schema, example.value(), "")) {
      RequestSpecification request =
          caller(operation)
              .config(IN_UTF_8)
              .header("If-Match", "*")
              .contentType(example.mediaType());
      Response response = send(operation, request.body(wrong.body()));
      if (!List.of(400, 422).contains(response.statusCode())) {
        taken.add(wrong.what() + " -> " + response.statusCode());
      }
    }
    assertThat(taken).isEmpty();
  }

  /** A body with one thing wrong. */
  private record Wrong(String what, Object body) {}

  private static List<Wrong> wrongs(Map<String, Object> schema, Object value, String pointer) {
    List<Wrong> all = new ArrayList<>();
    if (!(value instanceof Map<?, ?> object)
        || !(schema.get("properties") instanceof Map<?, ?> properties)) {
      return all;
    }
    if (schema.get("required") instanceof List<?> required) {
      for (Object name : required) {
        Map<Object, Object> without = new LinkedHashMap<>(object);
        without.remove(name);
        all.add(new Wrong(pointer + "/" + name + " missing", without));
      }
    }
    if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
      all.add(new Wrong(pointer + "/id unknown", with(object, "unknownMember", null)));
    }
    properties.forEach(
        (name, property) -> {
          Map<String, Object> member = Contract.get().resolve(cast(property));
          for (Object wrong : WrongValues.values(member)) {
            if (wrong.equals("") && !isRequired(schema, name)) {
              continue; // no text where none need be is no value, as in a sheet
            }
            all.add(
                new Wrong(pointer + "/" + name + " " + shown(wrong), with(object, name, wrong)));
          }
          for (Wrong inner : wrongs(member, object.get(name), pointer + "/" + name)) {
            all.add(new Wrong(inner.what(), with(object, name, inner.body())));
          }
        });
    return all;
  }

  private static boolean isRequired(Map<String, Object> schema, Object name) {
    return schema.get("required") instanceof List<?> required && required.contains(name);
  }

  private static Map<Object, Object> with(Map<?, ?> object, Object name, Object value) {
    Map<Object, Object> copy = new LinkedHashMap<>(object);
    copy.put(name, value);
    return copy;
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() > 30 ? text.length() + " characters" : text;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Object node) {
    return (Map<String, Object>) node;
  }

  private static void refused(Response response, int status, String pointer) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.<List<String>>path("errors.pointer")).contains(pointer);
  }

  private Stream<Of> parameters(String place) {
    return operations()
        .flatMap(
            operation ->
                operation.parameters().stream()
                    .filter(parameter -> parameter.in().equals(place))
                    .map(parameter -> new Of(operation, parameter)));
  }

  private static Stream<Operation> operations() {
    return Contract.get().operations().stream();
  }

  private RequestSpecification sound(Operation operation) {
    RequestSpecification request = caller(operation);
    FreshBody.into(request, operation, inhabited.things());
    return request;
  }

  private RequestSpecification caller(Operation operation) {
    RequestSpecification request = given().baseUri(server.getURL().toString());
    if (!operation.isAnonymous()) {
      request.auth().oauth2(inhabited.caller(operation).accessToken());
    }
    return request;
  }

  private Response send(Operation operation, RequestSpecification request) {
    return request.request(
        operation.method().toUpperCase(), FreshBody.path(operation, inhabited.things()));
  }
}
