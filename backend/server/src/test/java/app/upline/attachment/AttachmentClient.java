package app.upline.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.incident.IncidentJson;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reporter at work on the files of one incident, over HTTP. */
record AttachmentClient(Api api, TestUser reporter, String incident) {

  /** Records an incident of this carrier, without any file. */
  static AttachmentClient of(Api api, TestUser reporter, UUID carrier) {
    String incident =
        api.as(reporter)
            .contentType("application/json")
            .body(IncidentJson.of(carrier))
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return new AttachmentClient(api, reporter, incident);
  }

  ValidatableResponse attach(
      int version, byte[] file, String name, String kind, @Nullable String note) {
    RequestSpecification call =
        seeing(version).multiPart("file", name, file).multiPart("kind", kind);
    if (note != null) {
      // As browsers and curl send it; the test's client would send what it knows of Latin letters.
      call.multiPart(new MultiPartSpecBuilder(note).controlName("note").charset(UTF_8).build());
    }
    return call.post(attachments()).then();
  }

  /** The same with all that is needed, and its id. */
  String attached(byte[] file) {
    return attach(version(), file, "a.pdf", "CORRESPONDENCE", null)
        .statusCode(201)
        .extract()
        .path("id");
  }

  ValidatableResponse remove(String attachment) {
    return seeing(version()).delete(path(attachment)).then();
  }

  ValidatableResponse read() {
    return api.as(reporter).get("/v1/incidents/" + incident).then().statusCode(200);
  }

  RequestSpecification seeing(int version) {
    return api.as(reporter).header("If-Match", "\"" + version + "\"");
  }

  int version() {
    return Integer.parseInt(read().extract().header("ETag").replace("\"", ""));
  }

  String attachments() {
    return "/v1/incidents/" + incident + "/attachments";
  }

  String path(String attachment) {
    return attachments() + "/" + attachment;
  }

  static byte[] pdf(String text) {
    return ("%PDF-1.7\n" + text + "\n%%EOF\n").getBytes(UTF_8);
  }

  static byte[] mp3(int length) {
    byte[] file = noise(length);
    byte[] tag = {'I', 'D', '3', 4, 0, 0};
    System.arraycopy(tag, 0, file, 0, tag.length);
    return file;
  }

  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
