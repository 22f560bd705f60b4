import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, download, type Attachment, type Incident, type Tagged } from '../api';
import { ActionDialog } from '../shared/ActionDialog';
import { AttachmentFields, useAttachment } from '../shared/AttachmentFields';
import { useCodes } from '../shared/codes';
import { useDownload } from '../shared/files';
import { bytes } from '../shared/format';
import { Empty } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { useMay } from '../shared/user';
import { texts } from './texts';

function AddFile({ read }: { read: Tagged<Incident> }) {
  const queries = useQueryClient();
  const attachment = useAttachment();
  const add = useMutation({
    mutationFn: () => api.attachments.addIncidentAttachment({ incidentId: read.value.id, ifMatch: read.etag, ...attachment.body(), idempotencyKey: crypto.randomUUID() }),
    onSuccess: async () => {
      attachment.clear();
      await queries.invalidateQueries({ queryKey: ['incident', read.value.id] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit} aria-label={texts.addFile}>
      <Stack gap="xs" maw={520}>
        <ProblemAlert error={add.error} />
        <AttachmentFields attachment={attachment} error={add.error} />
        <Button type="submit" variant="default" w="fit-content" loading={add.isPending} disabled={!attachment.isComplete}>
          {texts.addFile}
        </Button>
      </Stack>
    </form>
  );
}

/** Files that are evidence. */
export function Files({ read }: { read: Tagged<Incident> }) {
  const may = useMay();
  const codes = useCodes();
  const queries = useQueryClient();
  const file = useDownload();
  const [removing, setRemoving] = useState<Attachment>();
  const { id: incidentId, attachments, voidReason } = read.value;
  const canChange = may('addIncidentAttachment') && voidReason === undefined;
  return (
    <Stack>
      <ProblemAlert error={file.error} />
      {attachments.length === 0 && <Empty>{texts.noFiles}</Empty>}
      {attachments.map((attachment) => (
        <Card key={attachment.id} withBorder padding="sm">
          <Group justify="space-between">
            <div>
              <Text>{attachment.note ?? codes.label('AttachmentKind', attachment.kind)}</Text>
              <Text size="sm" c="dimmed">
                {[codes.label('AttachmentKind', attachment.kind), attachment.mediaType, bytes(attachment.bytes)].join(' · ')}
              </Text>
            </div>
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => file.mutate(() => download(api.attachments.downloadIncidentAttachmentRaw({ incidentId, attachmentId: attachment.id })))}>
                {shared.download}
              </Button>
              {canChange && (
                <Button size="compact-sm" variant="default" onClick={() => setRemoving(attachment)}>
                  {texts.remove}
                </Button>
              )}
            </Group>
          </Group>
        </Card>
      ))}
      {canChange && <AddFile read={read} />}
      {removing && (
        <ActionDialog
          title={texts.removeTitle}
          danger
          send={() => api.attachments.removeIncidentAttachment({ incidentId, attachmentId: removing.id, ifMatch: read.etag })}
          onDone={async () => {
            // The next step begins from what is there now.
            await queries.invalidateQueries({ queryKey: ['incident', incidentId] });
            setRemoving(undefined);
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Stack>
  );
}
