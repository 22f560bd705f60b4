import { Alert, Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api, download, tagged } from '../api';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { useDownload } from '../shared/files';
import { day } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { AudienceWords } from './Audience';
import { ResourceRecord } from './ResourceRecord';
import { texts } from './texts';

const PublishDialog = lazy(() => import('./PublishDialog'));

/** What a carrier published: a text, a link or a file, in the version that is in effect; for the carrier also to publish and retire. */
export default function ResourcePage() {
  const { resourceId } = useParams({ from: '/inside/resources/$resourceId' });
  const codes = useCodes();
  const file = useDownload();
  const may = useMay();
  const queries = useQueryClient();
  const keyOf = useKey();
  const [step, setStep] = useState<'publish' | 'retire'>();
  const read = useQuery({ queryKey: ['resource', resourceId], queryFn: () => tagged(api.resources.getResourceRaw({ resourceId })) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { title, carrier, kind, content, retiredAt, audience } = read.data.value;
  const { etag } = read.data;
  const onClose = () => setStep(undefined);
  const onDone = async () => {
    void queries.invalidateQueries({ queryKey: ['resources'] });
    // The next step begins from what is there now.
    await queries.invalidateQueries({ queryKey: ['resource', resourceId] });
    onClose();
  };
  return (
    <Page
      title={title}
      mark={retiredAt && <Badge>{texts.retired}</Badge>}
      intro={[carrier.name, codes.label('ResourceKind', kind), content && `${texts.version} ${content.version}`, content && `${texts.effective} ${day(content.effectiveFrom)}`].filter(Boolean).join(' · ')}
      above={{ label: texts.resources, to: '/resources' }}
      actions={
        retiredAt === undefined &&
        may('replaceResource') && (
          <>
            <Button variant="default" onClick={() => setStep('retire')}>
              {texts.retire}
            </Button>
            <Button variant="default" component={Link} to={`/resources/${resourceId}/edit`}>
              {texts.change}
            </Button>
            <Button onClick={() => setStep('publish')}>{texts.publishVersion}</Button>
          </>
        )
      }
    >
      {!content && <Alert variant="outline">{texts.noVersion}</Alert>}
      <ProblemAlert error={file.error} />
      {content?.text && (
        <Text maw={720} className="prose">
          {content.text}
        </Text>
      )}
      {content?.url && (
        <Anchor href={content.url} target="_blank" rel="noopener noreferrer">
          {`${texts.openLink}: ${content.url}`}
        </Anchor>
      )}
      {content?.file && (
        <Group>
          <Button variant="default" loading={file.isPending} onClick={() => file.mutate(() => download(api.resources.downloadResourceFileRaw({ resourceId, resourceVersion: content.version })))}>
            {texts.download}
          </Button>
        </Group>
      )}
      {audience && <Facts facts={[[texts.audience, <AudienceWords key="audience" audience={audience} />]]} />}
      {may('listResourceReadings') && <ResourceRecord resourceId={resourceId} />}
      {step === 'publish' && (
        <Suspense>
          <PublishDialog read={read.data} onDone={onDone} onClose={onClose} />
        </Suspense>
      )}
      {step === 'retire' && (
        <ActionDialog
          title={texts.retire}
          intro={texts.retireIntro}
          danger
          send={() => api.resources.retireResource({ resourceId, ifMatch: etag, idempotencyKey: keyOf(etag) })}
          onDone={onDone}
          onClose={onClose}
        />
      )}
    </Page>
  );
}
