package app.upline.relationship;

import app.upline.record.Origin;

/**
 * What a relationship was from one change to the next.
 *
 * @param changedBy the name of who recorded it
 */
public record RelationshipRevision(Relationship relationship, String changedBy, Origin origin) {}
