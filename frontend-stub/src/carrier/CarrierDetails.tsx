import { Badge, Card, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { contractWords } from '../agency/contract';
import { api } from '../api';
import { PolicyFacts } from '../policy/PolicyFacts';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { day } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { Places, type Place } from '../shared/Places';
import { texts } from './texts';

/** A carrier, the contract with it, and what it asks, asked, and will ask. */
export default function CarrierDetails() {
  const { carrierId } = useParams({ from: '/inside/carriers/$carrierId' });
  const codes = useCodes();
  const read = useQuery({ queryKey: ['carrier', carrierId], queryFn: () => api.directory.getCarrier({ carrierId }) });
  const policies = useQuery({ queryKey: ['policies', carrierId], queryFn: () => api.reportingPolicies.listReportingPolicies({ carrierId }) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { name, timeZone, contract } = read.data;
  const places: Place[] = [
    [texts.calendar, `/calendar?carrierId=${carrierId}`, 'listReportingPeriods'],
    [texts.incidents, `/incidents?carrierId=${carrierId}`, 'listIncidents'],
    [texts.submissions, `/submissions?carrierId=${carrierId}`, 'listSubmissions'],
  ];
  return (
    <Page title={name} mark={contract && <Badge>{contract.inForce ? texts.inForce : texts.notInForce}</Badge>} above={{ label: texts.title, to: '/carriers' }}>
      <Places places={places} />
      <Facts
        facts={[
          [texts.contract, contractWords(contract)],
          [texts.endReason, contract?.endReason],
          [texts.zone, timeZone],
        ]}
      />
      <Title order={2} size="h4">
        {texts.policies}
      </Title>
      {!policies.data && <Awaited error={policies.error} retry={() => void policies.refetch()} />}
      <Stack component="ul" gap="sm" p={0} m={0}>
        {policies.data?.items.map((entry) => (
          <Card key={entry.policy.effectiveFrom} withBorder component="li" padding="sm">
            <Group gap="xs" mb="sm">
              <Title order={3} size="h5">
                {texts.from(day(entry.policy.effectiveFrom))}
              </Title>
              <Badge>{codes.label('PolicyStanding', entry.standing)}</Badge>
            </Group>
            <PolicyFacts entry={entry} />
          </Card>
        ))}
      </Stack>
    </Page>
  );
}
