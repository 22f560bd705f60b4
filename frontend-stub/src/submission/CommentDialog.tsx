import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, type SubmissionCommentDraft } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

/** What a comment is on: a row, or one field of it. */
export interface CommentPlace {
  on: Pick<SubmissionCommentDraft, 'relationshipId' | 'incidentId'>;
  name: string;
  pointer?: string;
}

interface Props {
  submissionId: string;
  place: CommentPlace;
  onClose: () => void;
}

/** What a carrier has to say of a row, or of one of its fields. */
export function CommentDialog({ submissionId, place: { on, name, pointer }, onClose }: Props) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: () => {
      const submissionCommentDraft = { ...on, text: text.trim(), ...(pointer ? { pointer } : {}) };
      return api.submissions.addSubmissionComment({ submissionId, submissionCommentDraft, idempotencyKey: keyOf(submissionCommentDraft) });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['submission', submissionId] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={texts.commentOn(name)}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {!pointer && <Text size="sm">{texts.commentOnField}</Text>}
          <ProblemAlert error={send.error} />
          <Textarea label={texts.commentLabel} withAsterisk autosize minRows={3} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
          <Group>
            <Button type="submit" loading={send.isPending}>
              {texts.comment}
            </Button>
            <Button variant="default" onClick={onClose}>
              {shared.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
