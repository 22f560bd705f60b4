import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, tagged, type Relationship, type RelationshipPatch } from '../api';
import { rules } from '../api/generated/rules/RelationshipDraft';
import { EditPage } from '../shared/form/EditPage';
import { Awaited } from '../shared/Page';
import { tellSaved } from '../shared/saved';
import { duplicatesOf } from './duplicates';
import { RelationshipFields } from './RelationshipFields';
import { labels, texts } from './texts';

export default function EditRelationship() {
  const { relationshipId } = useParams({ from: '/inside/relationships/$relationshipId/edit' });
  const queries = useQueryClient();
  const reread = () => tagged(api.relationships.getRelationshipRaw({ relationshipId }));
  // Not shared with the page before: what is changed is what was read now.
  const read = useQuery({ queryKey: ['relationship', relationshipId, 'edit'], queryFn: reread, gcTime: 0, staleTime: Number.POSITIVE_INFINITY });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value } = read.data;
  return (
    <EditPage<Relationship, RelationshipPatch>
      title={texts.editTitle(value.legalName)}
      above={{ label: value.reference, to: `/relationships/${relationshipId}` }}
      read={read.data}
      rules={rules}
      labels={labels}
      draft={`relationship.${relationshipId}.${value.revision}`}
      reread={reread}
      send={(relationshipPatch, ifMatch) => api.relationships.changeRelationship({ relationshipId, ifMatch, relationshipPatch })}
      onSaved={async (saved) => {
        if (saved.warnings) tellSaved(saved, duplicatesOf(saved));
        void queries.invalidateQueries({ queryKey: ['relationships'] });
        await queries.invalidateQueries({ queryKey: ['relationship', relationshipId, 'details'] });
      }}
    >
      {(form) => <RelationshipFields form={form} />}
    </EditPage>
  );
}
