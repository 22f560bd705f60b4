package app.upline.publication;

import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.validation.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new version of what a FAQ entry, a link or a template says. */
public record ContentDraft(
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    @Nullable String text,
    @Nullable String url,
    Resource.@Nullable Template template) {

  private static final int LONGEST = 20_000;
  private static final int LONGEST_URL = 500;

  /** The days of a version whose content is a file. */
  static ContentDraft ofFile(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new ContentDraft(from, to, null, null, null);
  }

  /** Today, unless it says another day. */
  LocalDate firstDay(LocalDate today) {
    return effectiveFrom == null ? today : effectiveFrom;
  }

  List<Fault> faults(Resource.Kind kind, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    if (effectiveTo != null && effectiveTo.isBefore(firstDay(today))) {
      faults.add(
          new Fault("/effectiveTo", "BEFORE_START", "The last day is not before the first."));
    }
    switch (kind) {
      case FAQ -> faults.addAll(new Markdown(text).faults("/text", LONGEST));
      case LINK -> faults.addAll(ofUrl());
      case TEMPLATE -> {
        if (template == null) {
          faults.add(new Fault("/template", "REQUIRED", "Choose a template."));
        }
      }
      case DOCUMENT -> {
        // What it says is in the file.
      }
    }
    refuse(faults, "/text", text, kind == Resource.Kind.FAQ);
    refuse(faults, "/url", url, kind == Resource.Kind.LINK);
    refuse(faults, "/template", template, kind == Resource.Kind.TEMPLATE);
    return faults;
  }

  private static void refuse(
      List<Fault> faults, String pointer, @Nullable Object value, boolean expected) {
    if (value != null && !expected) {
      faults.add(new Fault(pointer, "NOT_EXPECTED", "This kind has none."));
    }
  }

  private List<Fault> ofUrl() {
    if (url == null || url.isBlank()) {
      return List.of(new Fault("/url", "REQUIRED", "Enter an address."));
    }
    try {
      URI address = new URI(url.strip());
      boolean web = "https".equals(address.getScheme()) && address.getHost() != null;
      if (!web || address.getUserInfo() != null || url.length() > LONGEST_URL) {
        return List.of(notWeb());
      }
    } catch (URISyntaxException e) {
      return List.of(notWeb());
    }
    return PersonalNumbers.fault("/url", url).stream().toList();
  }

  private static Fault notWeb() {
    return new Fault("/url", "INVALID_URL", "Enter an address that begins with https://.");
  }
}
