import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, tagged, type Announcement, type AnnouncementDraft, type Tagged } from '../api';
import { rules } from '../api/generated/rules/AnnouncementDraft';
import { Field } from '../shared/form/Field';
import { FormBody, Section } from '../shared/form/FormPage';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { Awaited, Page } from '../shared/Page';
import { texts as shared } from '../shared/texts';
import { useKey } from '../shared/useKey';
import { AudienceFields, withOwnAudience } from './AudienceFields';
import { texts } from './texts';

function AnnouncementForm({ read }: { read?: Tagged<Announcement> }) {
  const go = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const form = useContractForm({ rules, record: read?.value, draft: `announcement.${read?.value.id ?? 'new'}` });
  const open = (announcementId: string) => void go({ to: '/announcements/$announcementId', params: { announcementId } });
  const save = useMutation({
    mutationFn: () => {
      const announcementDraft = withOwnAudience(bodyOf<AnnouncementDraft>(form.form.values));
      return read
        ? api.announcements.replaceAnnouncement({ announcementId: read.value.id, ifMatch: read.etag, announcementDraft })
        : api.announcements.createAnnouncement({ announcementDraft, idempotencyKey: keyOf(announcementDraft) });
    },
    onSuccess: async ({ id }) => {
      form.forget();
      await Promise.all([['announcements'], ['announcement', id]].map((queryKey) => queries.invalidateQueries({ queryKey })));
      open(id);
    },
    onError: form.show,
  });
  const { labels } = texts.announcementForm;
  return (
    <FormBody
      form={form}
      labels={labels}
      submitLabel={read ? shared.save : texts.saveDraft}
      isSending={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onCancel={() => {
        form.forget();
        if (read) open(read.value.id);
        else void go({ to: '/announcements' });
      }}
    >
      <Field form={form} pointer="/title" label={labels['/title']} />
      <Field form={form} pointer="/body" label={labels['/body']} />
      <Section legend={texts.audience}>
        <AudienceFields form={form} />
      </Section>
      <Section legend={texts.confirmation}>
        <Field form={form} pointer="/confirmationWanted" label={labels['/confirmationWanted']} />
        {form.form.values['/confirmationWanted'] === true && <Field form={form} pointer="/confirmBy" label={labels['/confirmBy']} help="" />}
        <Field form={form} pointer="/expiresAt" label={labels['/expiresAt']} />
      </Section>
    </FormBody>
  );
}

/** Writes an announcement; nobody else sees it until it is published. */
export function NewAnnouncement() {
  return (
    <Page title={texts.newAnnouncement} intro={texts.newAnnouncementIntro} above={{ label: texts.announcements, to: '/announcements' }}>
      <AnnouncementForm />
    </Page>
  );
}

/** Changes a draft. */
export function EditAnnouncement() {
  const { announcementId } = useParams({ from: '/inside/announcements/$announcementId/edit' });
  const read = useQuery({ queryKey: ['announcement', announcementId, 'edit'], queryFn: () => tagged(api.announcements.getAnnouncementRaw({ announcementId })), gcTime: 0 });
  return (
    <Page title={texts.editAnnouncement} above={{ label: read.data?.value.title ?? texts.announcements, to: `/announcements/${announcementId}` }}>
      {read.data ? <AnnouncementForm read={read.data} /> : <Awaited error={read.error} retry={() => void read.refetch()} />}
    </Page>
  );
}
