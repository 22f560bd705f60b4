import { labels as ofIncident } from '../incident/texts';
import { labels as ofRelationship } from '../relationship/texts';

const ownReference = 'The agency’s own reference';

/** The fields as the carrier calls them, who did not enter them. */
export const relationshipLabels = { ...ofRelationship, '/ownReference': ownReference };
export const incidentLabels = { ...ofIncident, '/ownReference': ownReference };
