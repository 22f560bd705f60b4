import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, tagged, type Resource, type ResourceDraft, type Tagged } from '../api';
import { rules } from '../api/generated/rules/ResourceDraft';
import { Field } from '../shared/form/Field';
import { FormBody, Section } from '../shared/form/FormPage';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { Awaited, Page } from '../shared/Page';
import { texts as shared } from '../shared/texts';
import { useKey } from '../shared/useKey';
import { AudienceFields, withOwnAudience } from './AudienceFields';
import { useSections } from './sections';
import { texts } from './texts';

function ResourceForm({ read }: { read?: Tagged<Resource> }) {
  const go = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const sections = useSections();
  const form = useContractForm({ rules, record: read?.value });
  const open = (resourceId: string) => void go({ to: '/resources/$resourceId', params: { resourceId } });
  const save = useMutation({
    mutationFn: () => {
      const resourceDraft = withOwnAudience(bodyOf<ResourceDraft>(form.form.values));
      return read
        ? api.resources.replaceResource({ resourceId: read.value.id, ifMatch: read.etag, resourceDraft })
        : api.resources.createResource({ resourceDraft, idempotencyKey: keyOf(resourceDraft) });
    },
    onSuccess: async ({ id }) => {
      await Promise.all([['resources'], ['resource', id]].map((queryKey) => queries.invalidateQueries({ queryKey })));
      open(id);
    },
    onError: form.show,
  });
  const { resourceLabels: labels } = texts;
  return (
    <FormBody
      form={form}
      labels={labels}
      submitLabel={read ? shared.save : texts.newResource}
      isSending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onCancel={() => (read ? open(read.value.id) : void go({ to: '/resources' }))}
    >
      <Section legend={texts.resources}>
        <Field form={form} pointer="/title" label={labels['/title']} />
        <Field form={form} pointer="/sectionId" label={labels['/sectionId']} options={sections.options} />
        {/* What it is stays as it is. */}
        {!read && <Field form={form} pointer="/kind" label={labels['/kind']} />}
        <Field form={form} pointer="/position" label={labels['/position']} />
      </Section>
      <Section legend={texts.audience}>
        <AudienceFields form={form} />
      </Section>
    </FormBody>
  );
}

/** Adds a resource; what it says is published on its page. */
export function NewResource() {
  return (
    <Page title={texts.newResource} intro={texts.newResourceIntro} above={{ label: texts.resources, to: '/resources' }}>
      <ResourceForm />
    </Page>
  );
}

/** Changes where a resource stands, what it is called, and whom it is for. */
export function EditResource() {
  const { resourceId } = useParams({ from: '/inside/resources/$resourceId/edit' });
  const read = useQuery({ queryKey: ['resource', resourceId, 'edit'], queryFn: () => tagged(api.resources.getResourceRaw({ resourceId })), gcTime: 0 });
  return (
    <Page title={texts.editResource} above={{ label: read.data?.value.title ?? texts.resources, to: `/resources/${resourceId}` }}>
      {read.data ? <ResourceForm read={read.data} /> : <Awaited error={read.error} retry={() => void read.refetch()} />}
    </Page>
  );
}
