import { useQueryClient } from '@tanstack/react-query';
import { api, type AgencyDraft } from '../api';
import { rules } from '../api/generated/rules/AgencyDraft';
import { ActionDialog } from '../shared/ActionDialog';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

/** Gives an agency a contract, and invites its administrator where it has nobody yet. */
export default function InviteDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const keyOf = useKey();
  return (
    <ActionDialog<AgencyDraft>
      title={texts.add}
      intro={texts.addIntro}
      rules={rules}
      labels={texts.draftLabels}
      send={(agencyDraft) => api.agencies.createAgency({ agencyDraft, idempotencyKey: keyOf(agencyDraft) })}
      onClose={onClose}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['agencies'] });
        onClose();
      }}
    />
  );
}
