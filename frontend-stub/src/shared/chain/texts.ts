export const texts = {
  chain: 'Chain',
  table: 'As a table',
  picture: 'As a picture',
  truncated: 'There are more than 1,000; not all are shown.',
  alone: 'Nobody is beneath this one, and nobody above it but the agency.',
  name: 'Name',
  level: 'Level',
  entityType: 'Type',
  status: 'State of the relationship',
};
