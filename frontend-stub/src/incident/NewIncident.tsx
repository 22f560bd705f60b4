import { api, type Incident, type IncidentDraft } from '../api';
import { rules } from '../api/generated/rules/IncidentDraft';
import { NewPage } from '../shared/form/NewPage';
import { duplicatesOf } from './duplicates';
import { IncidentFields } from './IncidentFields';
import { labels, texts } from './texts';

export default function NewIncident() {
  return (
    <NewPage<Incident, IncidentDraft>
      title={texts.newTitle}
      above={{ label: texts.title, to: '/incidents' }}
      rules={rules}
      labels={labels}
      draft="incident.new"
      send={(incidentDraft, idempotencyKey) => api.incidents.createIncident({ incidentDraft, idempotencyKey })}
      duplicates={duplicatesOf}
    >
      {(form) => <IncidentFields form={form} />}
    </NewPage>
  );
}
