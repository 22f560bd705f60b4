import { api, type Relationship, type RelationshipDraft } from '../api';
import { rules } from '../api/generated/rules/RelationshipDraft';
import { NewPage } from '../shared/form/NewPage';
import { duplicatesOf } from './duplicates';
import { RelationshipFields } from './RelationshipFields';
import { labels, texts } from './texts';

const INITIAL = { address: { country: 'US' } };

export default function NewRelationship() {
  return (
    <NewPage<Relationship, RelationshipDraft>
      title={texts.newTitle}
      above={{ label: texts.title, to: '/relationships' }}
      rules={rules}
      labels={labels}
      draft="relationship.new"
      initial={INITIAL}
      send={(relationshipDraft, idempotencyKey) => api.relationships.createRelationship({ relationshipDraft, idempotencyKey })}
      duplicates={duplicatesOf}
    >
      {(form) => <RelationshipFields form={form} />}
    </NewPage>
  );
}
