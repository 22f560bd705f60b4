import app.upline.client.ApiException;
import app.upline.client.ApiResponse;
import app.upline.client.Transfers;
import app.upline.client.Upline;
import app.upline.client.api.RelationshipWorkbooksApi;
import app.upline.client.api.RelationshipWorkbooksApi.APIExportRelationshipsRequest;
import app.upline.client.api.RelationshipWorkbooksApi.APIImportRelationshipsRequest;
import app.upline.client.api.RelationshipsApi;
import app.upline.client.api.RelationshipsApi.APIListRelationshipsRequest;
import app.upline.client.model.*;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The story of story.mjs in Java, against the package as it is published. */
class Story {

  private static final RelationshipDraft DRAFT =
      new RelationshipDraft()
          .entityType(EntityType.AGENCY)
          .legalName("Static Final Marketing LLC")
          .licensedProducer(false)
          .address(new AddressDraft().line1("1 Main Street").city("Austin").state(UsState.TX).zip("78701"))
          .contact(new ContactDraft().name("Pat Example").email("pat@staticfinal.example"))
          .functions(List.of(TpmoFunction.MARKETING))
          .websites(List.of("https://www.staticfinal.example"))
          .offshore(false)
          .startDate(LocalDate.of(2024, 1, 15))
          .knownOn(LocalDate.of(2026, 11, 1));

  private Story() {}

  public static void main(String[] arguments) throws Exception {
    String clientId = System.getenv("CLIENT_ID");
    String clientSecret = System.getenv("CLIENT_SECRET");
    live(System.getenv("SERVER"), clientId, clientSecret);
    later(Upline.serviceAccount(System.getenv("STAND_IN"), clientId, clientSecret));
  }

  private static void live(String server, String clientId, String clientSecret) throws IOException {
    // README: begin
    Upline upline = Upline.serviceAccount(server, clientId, clientSecret);
    RelationshipsApi relationships = new RelationshipsApi(upline);
    var list = APIListRelationshipsRequest.newBuilder().limit(2);
    List<String> names =
        Upline.items(
                cursor -> relationships.listRelationships(list.cursor(cursor).build()),
                RelationshipPage::getItems,
                RelationshipPage::getNextCursor)
            .map(Relationship::getLegalName)
            .toList();
    // README: end
    check(names.size() >= 5 && names.contains("Standing Register LLC 5"), names);
    done("signs in as a service account, and reads all pages of the register");

    String key = UUID.randomUUID().toString();
    Relationship created = relationships.createRelationship(DRAFT, key);
    check(relationships.createRelationship(DRAFT, key).getId().equals(created.getId()), "another one");
    done("creates a relationship with a key; the same key again answers the same relationship");

    changed(relationships, created.getId());
    files(new RelationshipWorkbooksApi(upline));
  }

  private static void changed(RelationshipsApi relationships, UUID id) {
    ApiResponse<Relationship> read = relationships.getRelationshipWithHttpInfo(id, null);
    String first = Upline.etag(read);
    check(read.getData().getLegalName().equals(DRAFT.getLegalName()), read.getData());
    failing(304, () -> relationships.getRelationship(id, first));
    done("reads it, and is told by 304 that it has not changed");

    ApiResponse<Relationship> changed =
        relationships.changeRelationshipWithHttpInfo(id, first, new RelationshipPatch().compensationBasis(CompensationBasis.FLAT_FEE));
    check(changed.getData().getCompensationBasis() == CompensationBasis.FLAT_FEE, changed.getData());
    done("changes it with its ETag");

    Relationship cleared = relationships.changeRelationship(id, Upline.etag(changed), new RelationshipPatch().compensationBasis(null));
    check(cleared.getCompensationBasis() == null && cleared.getWebsites().equals(DRAFT.getWebsites()), cleared);
    done("clears a member with null, and leaves the others alone");

    ApiException stale = failing(412, () -> relationships.changeRelationship(id, first, new RelationshipPatch().offshore(false)));
    check(stale.getProblem().getType().equals(ProblemType.PRECONDITION_FAILED.getValue()), stale);
    done("is told by 412 that its ETag is stale");

    RelationshipDraft sales = named("Static Final Three LLC").functions(List.of(TpmoFunction.SALES));
    ApiException wrong = failing(422, () -> relationships.createRelationship(sales, null));
    check(wrong.getErrorsAt("/npn").stream().map(FieldError::getCode).toList().equals(List.of("NPN_REQUIRED")), wrong.getErrors());
    done("is told by 422 what is wrong, by pointer and code");
  }

  private static void files(RelationshipWorkbooksApi workbooks) throws IOException {
    Path folder = Files.createTempDirectory("upline-sdk-");
    Path path = Files.writeString(folder.resolve("faulty.csv"), "Legal name,State\nFaulty Row LLC,ZZ\n");
    SheetImport faulty = workbooks.importRelationships(upload(path.toFile()));
    check(faulty.getFileName().equals("faulty.csv") && faulty.getStatus() == ImportStatus.CHECKED_WITH_ERRORS, faulty);
    List<String> errors =
        Upline.items(
                cursor -> workbooks.listRelationshipImportErrors(faulty.getId(), cursor, null),
                ImportErrorPage::getItems,
                ImportErrorPage::getNextCursor)
            .map(error -> error.getCell() + " " + error.getCode())
            .toList();
    check(errors.contains("B2 UNKNOWN_CODE"), errors);
    done("uploads a file by its path and reads its errors");

    try (InputStream stream = Files.newInputStream(path)) {
      SheetImport streamed = workbooks.importRelationships(upload(Transfers.fileFrom(stream, "streamed.csv")));
      check(streamed.getFileName().equals("streamed.csv"), streamed);
    }
    done("uploads a file of a stream");

    var export = APIExportRelationshipsRequest.newBuilder().format(ExportFormat.CSV).build();
    Path saved = Transfers.saveTo(folder, workbooks.exportRelationshipsWithHttpInfo(export));
    check(saved.getFileName().toString().equals("relationships.csv"), saved);
    check(Files.readString(saved).contains(DRAFT.getLegalName()), saved);
    done("downloads a file under the name that the server gives it");
  }

  private static void later(Upline upline) throws Exception {
    RelationshipsApi relationships = new RelationshipsApi(upline);
    relationships.changeRelationship(UUID.randomUUID(), "\"1\"", new RelationshipPatch().compensationBasis(CompensationBasis.FLAT_FEE));
    relationships.changeRelationship(UUID.randomUUID(), "\"1\"", new RelationshipPatch().compensationBasis(null));
    done("sends in a change only what was set");

    search(relationships, "busy for Java");
    byte[] content = "the first line\nthe last line\n".getBytes(StandardCharsets.UTF_8);
    new RelationshipWorkbooksApi(upline)
        .importRelationships(upload(Transfers.fileFrom(new ByteArrayInputStream(content), "upload.csv")));
    done("waits as long as 429 asks, and sends an upload again as it was, with the key made for it");

    Relationship unknown = search(relationships, "later").getItems().get(0);
    check(unknown.getFunctions().equals(List.of(TpmoFunction.SALES, TpmoFunction.UNRECOGNIZED)), unknown);
    done("reads codes and members that it does not know");

    Thread.sleep(2200);
    search(relationships, "later");
    done("renews its token before it expires");
  }

  private static RelationshipPage search(RelationshipsApi relationships, String words) {
    return relationships.listRelationships(APIListRelationshipsRequest.newBuilder().q(words).build());
  }

  private static APIImportRelationshipsRequest upload(File file) {
    return APIImportRelationshipsRequest.newBuilder().file(file).mode(WriteMode.DRY_RUN).build();
  }

  private static RelationshipDraft named(String legalName) {
    return DRAFT.toBuilder().legalName(legalName).build();
  }

  private static ApiException failing(int status, Runnable request) {
    try {
      request.run();
    } catch (ApiException failure) {
      check(failure.getCode() == status, failure);
      return failure;
    }
    throw new AssertionError("not " + status);
  }

  private static void check(boolean isSo, Object found) {
    if (!isSo) {
      throw new AssertionError(found);
    }
  }

  private static void done(String step) {
    System.out.println(step);
  }
}
