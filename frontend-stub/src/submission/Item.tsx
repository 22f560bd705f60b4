import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { FieldDifference, Remark, SubmissionItem } from '../api';
import { rules as incidentRules } from '../api/generated/rules/IncidentDraft';
import { rules as relationshipRules } from '../api/generated/rules/RelationshipDraft';
import { labels as incidentLabels } from '../incident/texts';
import { labels as relationshipLabels } from '../relationship/texts';
import { useCodes, type Codes } from '../shared/codes';
import { DifferenceTable } from '../shared/difference/DifferenceTable';
import { fieldsOf } from '../shared/form/words';
import { PathLink } from '../shared/PathLink';
import { useUser } from '../shared/user';
import type { CommentPlace } from './CommentDialog';
import { fieldOf } from './remarkPlace';
import { texts } from './texts';

interface Named {
  id: string;
  reference: string;
  name: string;
  address: string;
  on: CommentPlace['on'];
}

function named(item: SubmissionItem, isCarrier: boolean): Named | undefined {
  if (item.relationship) {
    const { id, reference, legalName } = item.relationship;
    return { id, reference, name: legalName, address: `${isCarrier ? '/disclosed-relationships' : '/relationships'}/${id}`, on: { relationshipId: id } };
  }
  if (!item.incident) return undefined;
  const { id, reference, subject } = item.incident;
  return { id, reference, name: subject.name, address: `${isCarrier ? '/triage' : '/incidents'}/${id}`, on: { incidentId: id } };
}

/** The whole record in the shape of differences, so that a new one is read and commented on like a changed one. */
function recordOf(item: SubmissionItem, codes: Codes): FieldDifference[] {
  const fields = item.relationship
    ? fieldsOf(relationshipRules, relationshipLabels, codes, item.relationship)
    : fieldsOf(incidentRules, incidentLabels, codes, item.incident);
  return fields.filter(({ words }) => words !== '').map(({ pointer, label, words }) => ({ pointer, label, after: words }));
}

function RemarksHere({ remarks, withField = false }: { remarks: Remark[]; withField?: boolean }) {
  return remarks.map((remark) => (
    <Text key={remark.id} size="sm">
      <Badge component="span" mr={4}>
        {texts.remarkStates[remark.state]}
      </Badge>
      {texts.said(remark.by, remark.text, withField ? fieldOf(remark) : undefined)}
    </Text>
  ));
}

interface Props {
  item: SubmissionItem;
  remarks: Remark[];
  /** Absent where nothing can be said of the submission any more, or not by this person. */
  onComment?: (place: CommentPlace) => void;
}

/** A record in a submission: what changed of it, and what was remarked, where it was remarked. */
export function Item({ item, remarks, onComment }: Props) {
  const codes = useCodes();
  const user = useUser();
  const [isWhole, setWhole] = useState(false);
  const record = named(item, user.organization.kind === 'CARRIER');
  if (!record) return null;
  const { name, on } = record;
  const mine = remarks.filter((remark) => (remark.relationshipId ?? remark.incidentId) === record.id);
  const fields = isWhole ? recordOf(item, codes) : item.differences;
  const at = (pointer: string) => mine.filter((remark) => remark.pointer === pointer);
  // Remarks at fields that are not shown now stand beneath the name.
  const elsewhere = mine.filter((remark) => !remark.pointer || !fields.some((field) => field.pointer === remark.pointer));
  const note = ({ pointer, label }: FieldDifference) => (
    <Stack gap={4} align="flex-start">
      <RemarksHere remarks={at(pointer)} />
      {onComment && (
        <Button size="compact-xs" variant="default" aria-label={texts.commentOn(label)} onClick={() => onComment({ on, name: `${name}, ${label}`, pointer })}>
          {texts.comment}
        </Button>
      )}
    </Stack>
  );
  return (
    <Card withBorder component="li" padding="sm">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <PathLink to={record.address} fw={600}>
              {name}
            </PathLink>
            <Text size="sm" c="dimmed">
              {record.reference}
            </Text>
            <Badge>{codes.label('ChangeType', item.changeType)}</Badge>
            {item.late && <Badge>{texts.late}</Badge>}
            {item.amended && <Badge>{texts.amended}</Badge>}
            {item.changedSinceReturn && <Badge>{texts.changedSinceReturn}</Badge>}
          </Group>
          <Group gap="xs" className="no-print">
            <Button size="compact-sm" variant="default" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? texts.hideRecord : texts.showRecord}
            </Button>
            {onComment && (
              <Button size="compact-sm" variant="default" onClick={() => onComment({ on, name })}>
                {texts.comment}
              </Button>
            )}
          </Group>
        </Group>
        <RemarksHere remarks={elsewhere} withField />
        {fields.length > 0 && (
          <DifferenceTable differences={fields} label={texts.differences(name)} {...(onComment || mine.some((remark) => remark.pointer) ? { note } : {})} />
        )}
      </Stack>
    </Card>
  );
}
