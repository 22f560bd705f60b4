import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, tagged, type Incident, type IncidentPatch } from '../api';
import { rules } from '../api/generated/rules/IncidentDraft';
import { EditPage } from '../shared/form/EditPage';
import { Awaited } from '../shared/Page';
import { tellSaved } from '../shared/saved';
import { duplicatesOf } from './duplicates';
import { IncidentFields } from './IncidentFields';
import { labels, texts } from './texts';

export default function EditIncident() {
  const { incidentId } = useParams({ from: '/inside/incidents/$incidentId/edit' });
  const queries = useQueryClient();
  const reread = () => tagged(api.incidents.getIncidentRaw({ incidentId }));
  const read = useQuery({ queryKey: ['incident', incidentId, 'edit'], queryFn: reread, gcTime: 0, staleTime: Number.POSITIVE_INFINITY });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value } = read.data;
  return (
    <EditPage<Incident, IncidentPatch>
      title={texts.editTitle(value.reference)}
      above={{ label: value.reference, to: `/incidents/${incidentId}` }}
      read={read.data}
      rules={rules}
      labels={labels}
      draft={`incident.${incidentId}.${value.revision}`}
      reread={reread}
      send={(incidentPatch, ifMatch) => api.incidents.changeIncident({ incidentId, ifMatch, incidentPatch })}
      onSaved={async (saved) => {
        if (saved.warnings) tellSaved(saved, duplicatesOf(saved));
        void queries.invalidateQueries({ queryKey: ['incidents'] });
        await queries.invalidateQueries({ queryKey: ['incident', incidentId, 'details'] });
      }}
    >
      {(form) => <IncidentFields form={form} selfId={incidentId} />}
    </EditPage>
  );
}
