import { FileInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Resource, type ResourceContentDraft, type ResourceKind, type Tagged } from '../api';
import { rules } from '../api/generated/rules/ResourceContentDraft';
import { Dialog } from '../shared/Dialog';
import { Field } from '../shared/form/Field';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

const CONTENT: Record<ResourceKind, '/text' | '/url' | '/template' | undefined> = { DOCUMENT: undefined, FAQ: '/text', LINK: '/url', TEMPLATE: '/template' };

interface Props {
  read: Tagged<Resource>;
  onDone: () => void;
  onClose: () => void;
}

/** Publishes what a resource says from a day on: a file, a text, a link, or a template. */
export default function PublishDialog({ read: { value, etag }, onDone, onClose }: Props) {
  const keyOf = useKey();
  const form = useContractForm({ rules });
  const [file, setFile] = useState<File | null>(null);
  const content = CONTENT[value.kind];
  const publish = useMutation({
    mutationFn: () => {
      const { effectiveFrom, effectiveTo, ...said } = bodyOf<ResourceContentDraft>(form.form.values);
      const days = { ...(effectiveFrom ? { effectiveFrom } : {}), ...(effectiveTo ? { effectiveTo } : {}) };
      const at = { resourceId: value.id, ifMatch: etag };
      return content
        ? api.resources.publishResource({ ...at, resourceContentDraft: { ...days, ...said }, idempotencyKey: keyOf([etag, days, said]) })
        : api.resources.publishResourceFile({ ...at, ...days, file: file as File, idempotencyKey: crypto.randomUUID() });
    },
    onSuccess: onDone,
    onError: form.show,
  });
  const { contentLabels } = texts;
  return (
    <Dialog title={texts.publishVersion} intro={texts.publishVersionIntro} isSending={publish.isPending} error={publish.error} faultsShown={form.faults.length > 0 && form.elsewhere.length === 0} onSubmit={() => publish.mutate()} onClose={onClose}>
      {content ? (
        <Field form={form} pointer={content} label={contentLabels[content]} />
      ) : (
        <FileInput label={texts.file} description={texts.fileHelp} withAsterisk value={file} onChange={setFile} clearable clearButtonProps={{ 'aria-label': texts.remove }} />
      )}
      <Field form={form} pointer="/effectiveFrom" label={contentLabels['/effectiveFrom']} />
      <Field form={form} pointer="/effectiveTo" label={contentLabels['/effectiveTo']} />
    </Dialog>
  );
}
