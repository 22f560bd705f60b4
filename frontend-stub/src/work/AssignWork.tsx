import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type AssignableKind } from '../api';
import { AssignDialog } from '../shared/AssignDialog';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { texts } from './texts';

interface Props {
  subjectKind: AssignableKind;
  subjectId: string;
  /** What it is called, for whoever reads by ear where there are several. */
  name?: string;
  size?: 'sm' | 'compact-sm';
}

/** Gives a submission, a finding or a plan to a colleague, as incidents are given in triage. */
export function AssignWork({ subjectKind, subjectId, name, size = 'sm' }: Props) {
  const may = useMay();
  const queries = useQueryClient();
  const keyOf = useKey();
  const [isAsking, setAsking] = useState(false);
  if (!may('assignWork')) return null;
  return (
    <>
      <Button variant="default" size={size} w="fit-content" aria-label={name ? texts.assignOf(name) : undefined} onClick={() => setAsking(true)}>
        {texts.assign}
      </Button>
      {isAsking && (
        <AssignDialog
          title={texts.assign}
          send={(assigneeId) => {
            const workAssignmentDraft = { subjectKind, subjectId, ...(assigneeId ? { assigneeId } : {}) };
            return api.workAssignments.assignWork({ workAssignmentDraft, idempotencyKey: keyOf(workAssignmentDraft) });
          }}
          onDone={() => {
            setAsking(false);
            for (const queryKey of [['work'], ['person']]) void queries.invalidateQueries({ queryKey });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
