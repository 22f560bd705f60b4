package app.upline.retention;

import java.util.List;

/**
 * What stays because something else does. Each statement takes marks back, and is repeated until
 * none of them finds any: what is left then can go together.
 */
final class PurgeDependencyQueries {

  /**
   * Takes back where a table, joined to the mark {@code m}, leads by an id to something that stays.
   */
  private static final String TAKE_BACK =
      """
      update purge_candidate m
      %s
      left join purge_candidate s on s.kind = '%s' and s.object_id = %s and s.kept_reason is null
      set m.kept_reason = '%s'
      where m.kind = '%s' and m.kept_reason is null and s.object_id is null
      """;

  static final List<String> STATEMENTS =
      List.of(
          // Who holds a record by a submission holds it on by that submission.
          TAKE_BACK.formatted(
              "join disclosure d on d.submission_id = m.object_id and d.disclosed_to >= :cutoff",
              "RELATIONSHIP",
              "d.relationship_id",
              "IN_FORCE",
              "SUBMISSION"),
          TAKE_BACK.formatted(
              "join incident_disclosure d on d.submission_id = m.object_id and d.disclosed_to >= :cutoff",
              "INCIDENT",
              "d.incident_id",
              "IN_FORCE",
              "SUBMISSION"),
          TAKE_BACK.formatted(
              "join submission_incident i on i.incident_id = m.object_id",
              "SUBMISSION",
              "i.submission_id",
              "NEEDED",
              "INCIDENT"),
          TAKE_BACK.formatted(
              "join corrective_action_plan_incident l on l.incident_id = m.object_id",
              "PLAN",
              "l.plan_id",
              "NEEDED",
              "INCIDENT"),
          TAKE_BACK.formatted(
              "join submission_item i on i.relationship_id = m.object_id",
              "SUBMISSION",
              "i.submission_id",
              "NEEDED",
              "RELATIONSHIP"),
          TAKE_BACK.formatted(
              "join incident_revision v on v.relationship_id = m.object_id",
              "INCIDENT",
              "v.incident_id",
              "NEEDED",
              "RELATIONSHIP"),
          TAKE_BACK.formatted(
              "join relationship c on c.upstream_id = m.object_id",
              "RELATIONSHIP",
              "c.id",
              "NEEDED",
              "RELATIONSHIP"));

  private PurgeDependencyQueries() {}
}
