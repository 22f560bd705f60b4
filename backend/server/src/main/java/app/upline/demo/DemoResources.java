package app.upline.demo;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.publication.Audience;
import app.upline.publication.ContentDraft;
import app.upline.publication.Resource;
import app.upline.publication.ResourceDraft;
import app.upline.publication.ResourceSections;
import app.upline.publication.ResourceService;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource center as a carrier's notice names it: Compliance, Sales Guidance and Policies, TPMO,
 * with the guidance, the template, the rule, and answers to what is asked most.
 */
@Singleton
@Requires(property = "upline.demo.enabled", value = "true")
final class DemoResources {

  private static final Audience ALL = new Audience(Audience.Kind.ALL, Set.of(), Set.of());

  private final ResourceSections sections;
  private final ResourceService resources;
  private final AuditTrail audit;

  DemoResources(ResourceSections sections, ResourceService resources, AuditTrail audit) {
    this.sections = sections;
    this.resources = resources;
    this.audit = audit;
  }

  void fill(CurrentUser author) {
    audit.system("enterDemo", author.organizationId(), () -> filled(author));
  }

  private UUID filled(CurrentUser author) {
    UUID compliance = section(author, null, "Compliance");
    UUID guidance = section(author, compliance, "Sales Guidance and Policies");
    UUID tpmo = section(author, guidance, "TPMO");
    document(author, resource(author, tpmo, Resource.Kind.DOCUMENT, "TPMO guidance", 1));
    publish(
        author,
        resource(author, tpmo, Resource.Kind.TEMPLATE, "The list of relationships", 2),
        new ContentDraft(null, null, null, null, Resource.Template.RELATIONSHIPS));
    publish(
        author,
        resource(author, tpmo, Resource.Kind.LINK, "The rule: 42 CFR 422.2274(g)", 3),
        new ContentDraft(
            null, null, null, "https://www.ecfr.gov/current/title-42/section-422.2274", null));
    answer(
        author,
        resource(author, tpmo, Resource.Kind.FAQ, "Whom do we report?", 4),
        "Every entity that you **compensate** for lead generation, marketing, sales or enrollment, and theirs down to the last.");
    answer(
        author,
        resource(
            author,
            tpmo,
            Resource.Kind.FAQ,
            "Is a report wanted where there is nothing to report?",
            5),
        "No. Report *new* incidents by the last day of the month; a month without any needs no report.");
    return tpmo;
  }

  private UUID section(CurrentUser author, @Nullable UUID parent, String title) {
    return done(sections.create(author, new ResourceSections.Draft(parent, title, 0))).id();
  }

  private UUID resource(
      CurrentUser author, UUID section, Resource.Kind kind, String title, int position) {
    return done(resources.create(author, new ResourceDraft(section, kind, title, position, ALL)))
        .id();
  }

  private void answer(CurrentUser author, UUID id, String text) {
    publish(author, id, new ContentDraft(null, null, text, null, null));
  }

  private void publish(CurrentUser author, UUID id, ContentDraft content) {
    done(resources.publish(author, id, new ExpectedVersion.Any(), content));
  }

  private void document(CurrentUser author, UUID id) {
    try (InputStream guidance =
        Objects.requireNonNull(
            DemoResources.class.getResourceAsStream("/demo/tpmo-guidance.txt"))) {
      Path file = Files.createTempFile("guidance", ".txt");
      try {
        Files.copy(guidance, file, StandardCopyOption.REPLACE_EXISTING);
        done(resources.publish(author, id, new ExpectedVersion.Any(), null, null, file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T>(T value)) {
      return value;
    }
    throw new IllegalStateException("The demo breaks a rule: " + outcome);
  }
}
