import { Badge, Button, Card, Group, Stack, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged, type CarrierPolicy } from '../api';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { day } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { useKey } from '../shared/useKey';
import { useMay, useUser } from '../shared/user';
import { PolicyFacts } from './PolicyFacts';
import { texts } from './texts';

function Policy({ carrierId, entry }: { carrierId: string; entry: CarrierPolicy }) {
  const may = useMay();
  const codes = useCodes();
  const queries = useQueryClient();
  const keyOf = useKey();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { policy: { effectiveFrom }, standing } = entry;
  const withdraw = async () => {
    const { etag } = await tagged(api.reportingPolicies.getReportingPolicyRaw({ carrierId, effectiveFrom }));
    return api.reportingPolicies.withdrawReportingPolicy({ carrierId, effectiveFrom, ifMatch: etag, idempotencyKey: keyOf(etag) });
  };
  return (
    <Card withBorder component="li" padding="sm">
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h4">
              {texts.from(day(effectiveFrom))}
            </Title>
            <Badge>{codes.label('PolicyStanding', standing)}</Badge>
          </Group>
          {standing === 'ANNOUNCED' && may('withdrawReportingPolicy') && (
            <Button variant="default" size="compact-sm" onClick={() => setWithdrawing(true)}>
              {texts.withdraw}
            </Button>
          )}
        </Group>
        <PolicyFacts entry={entry} />
      </Stack>
      {isWithdrawing && (
        <ActionDialog
          title={texts.withdraw}
          intro={texts.withdrawIntro}
          danger
          send={withdraw}
          onClose={() => setWithdrawing(false)}
          onDone={() => {
            setWithdrawing(false);
            void queries.invalidateQueries({ queryKey: ['policies'] });
          }}
        />
      )}
    </Card>
  );
}

/** What the carrier asks, has asked, and will ask of its agencies. */
export default function Policies() {
  const may = useMay();
  const carrierId = useUser().organization.id;
  const policies = useQuery({ queryKey: ['policies', carrierId], queryFn: () => api.reportingPolicies.listReportingPolicies({ carrierId }) });
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={
        may('announceReportingPolicy') && (
          <Button component={Link} to="/policies/new">
            {texts.announce}
          </Button>
        )
      }
    >
      {!policies.data && <Awaited error={policies.error} retry={() => void policies.refetch()} />}
      <Stack component="ul" gap="sm" p={0} m={0}>
        {policies.data?.items.map((entry) => (
          <Policy key={entry.policy.effectiveFrom} carrierId={carrierId} entry={entry} />
        ))}
      </Stack>
    </Page>
  );
}
