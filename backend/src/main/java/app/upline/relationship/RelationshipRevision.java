package app.upline.relationship;

/**
 * What a relationship was from one change to the next.
 *
 * @param changedBy the name of who recorded it
 */
public record RelationshipRevision(Relationship relationship, String changedBy, Origin origin) {}
