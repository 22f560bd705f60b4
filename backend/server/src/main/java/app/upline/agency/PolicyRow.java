package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is kept.
 *
 * @param reminderDays a JSON array of numbers
 * @param announcedAt unknown for the one with which the carrier began
 */
@MappedEntity("reporting_policy")
record PolicyRow(
    @Id @BinaryId UUID carrierId,
    @Id LocalDate effectiveFrom,
    String incidentDueDay,
    int graceDays,
    String reminderDays,
    boolean nilIncidentReportWanted,
    ReportingPolicy.Notice relationshipNotice,
    @Nullable Integer relationshipNoticeDays,
    boolean noRelationshipsDeclarationWanted,
    @Nullable String mailbox,
    String attestationVersion,
    String attestationWording,
    @Nullable Instant announcedAt,
    @BinaryId @Nullable UUID announcedBy,
    @Nullable String announcedByName) {

  static PolicyRow of(UUID carrierId, ReportingPolicy policy) {
    return of(carrierId, policy, null, null, null);
  }

  static PolicyRow of(
      UUID carrierId,
      ReportingPolicy policy,
      @Nullable Instant announcedAt,
      @Nullable UUID announcedBy,
      @Nullable String announcedByName) {
    return new PolicyRow(
        carrierId,
        policy.effectiveFrom(),
        policy.incidentDueDay(),
        policy.graceDays(),
        policy.reminderDays().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",", "[", "]")),
        policy.nilIncidentReportWanted(),
        policy.relationshipNotice(),
        policy.relationshipNoticeDays(),
        policy.noRelationshipsDeclarationWanted(),
        policy.mailbox(),
        policy.attestationVersion(),
        policy.attestationWording(),
        announcedAt,
        announcedBy,
        announcedByName);
  }

  ReportingPolicy policy() {
    return new ReportingPolicy(
        effectiveFrom,
        incidentDueDay,
        nilIncidentReportWanted,
        relationshipNotice,
        relationshipNoticeDays,
        noRelationshipsDeclarationWanted,
        graceDays,
        days(reminderDays),
        mailbox,
        attestationVersion,
        attestationWording);
  }

  private static List<Integer> days(String text) {
    return Stream.of(text.substring(1, text.length() - 1).split(","))
        .filter(day -> !day.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }
}
