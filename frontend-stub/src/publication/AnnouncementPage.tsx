import { Alert, Badge, Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged, type AnnouncementAction, type AnnouncementPublication } from '../api';
import { rules } from '../api/generated/rules/AnnouncementPublication';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { day, time } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { AudienceWords } from './Audience';
import { Recipients } from './Recipients';
import { texts } from './texts';

/** One announcement: to read and, where the carrier wants that, to confirm as read; for the carrier also to publish. */
export default function AnnouncementPage() {
  const { announcementId } = useParams({ from: '/inside/announcements/$announcementId' });
  const queries = useQueryClient();
  const keyOf = useKey();
  const may = useMay();
  const codes = useCodes();
  const [step, setStep] = useState<AnnouncementAction>();
  const read = useQuery({ queryKey: ['announcement', announcementId], queryFn: () => tagged(api.announcements.getAnnouncementRaw({ announcementId })) });
  const renew = () => Promise.all([['announcement', announcementId], ['announcements'], ['work']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  const confirm = useMutation({
    mutationFn: () => api.announcements.confirmAnnouncement({ announcementId, idempotencyKey: keyOf(announcementId) }),
    onSuccess: renew,
  });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value, etag } = read.data;
  const { title, body, carrier, publishAt, expiresAt, confirmBy, confirmedAt, confirmationWanted, audience } = value;
  const isEditor = may('listAnnouncementRecipients');
  const dialog = {
    onClose: () => setStep(undefined),
    onDone: async () => {
      // The next step begins from what is there now.
      await renew();
      setStep(undefined);
    },
  };
  return (
    <Page
      title={title}
      mark={isEditor && <Badge>{codes.label('AnnouncementState', value.state)}</Badge>}
      intro={[carrier.name, publishAt && time(publishAt)].filter(Boolean).join(' · ')}
      above={{ label: texts.announcements, to: '/announcements' }}
      actions={value.possibleActions.map((action) =>
        action === 'REPLACE' ? (
          <Button key={action} variant="default" component={Link} to={`/announcements/${announcementId}/edit`}>
            {texts.steps.REPLACE}
          </Button>
        ) : (
          <Button key={action} variant={action === 'PUBLISH' ? 'filled' : 'default'} onClick={() => setStep(action)}>
            {texts.steps[action]}
          </Button>
        ),
      )}
    >
      <ProblemAlert error={confirm.error} />
      {confirmedAt && <Alert variant="outline">{texts.confirmed(time(confirmedAt))}</Alert>}
      {confirmationWanted && confirmedAt === undefined && may('confirmAnnouncement') && (
        <Alert variant="outline" title={confirmBy ? texts.confirmBy(day(confirmBy)) : texts.toConfirm}>
          <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {texts.confirm}
          </Button>
        </Alert>
      )}
      <Text maw={720} className="prose">
        {body}
      </Text>
      {isEditor && (
        <Facts
          facts={[
            [texts.audience, audience && <AudienceWords audience={audience} />],
            [texts.confirmation, confirmationWanted && (confirmBy ? texts.until(day(confirmBy)) : texts.wanted)],
            [texts.expires, expiresAt && time(expiresAt)],
            [texts.changed, value.changedAt && texts.by(value.changedBy ?? '', time(value.changedAt))],
          ]}
        />
      )}
      {isEditor && value.state !== 'DRAFT' && <Recipients announcementId={announcementId} />}
      {step === 'PUBLISH' && (
        <ActionDialog<AnnouncementPublication>
          {...dialog}
          title={texts.steps.PUBLISH}
          intro={texts.publishIntro}
          rules={rules}
          labels={texts.publishLabels}
          send={(announcementPublication) => api.announcements.publishAnnouncement({ announcementId, ifMatch: etag, announcementPublication, idempotencyKey: keyOf([etag, announcementPublication]) })}
        />
      )}
      {step === 'WITHDRAW' && (
        <ActionDialog
          {...dialog}
          title={texts.steps.WITHDRAW}
          intro={texts.withdrawIntro}
          danger
          send={() => api.announcements.withdrawAnnouncement({ announcementId, ifMatch: etag, idempotencyKey: keyOf([etag, step]) })}
        />
      )}
    </Page>
  );
}
