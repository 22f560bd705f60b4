import { Alert, List, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, type ViolationCategory } from '../api';
import { RelationshipPicker } from '../relationship/RelationshipPicker';
import { useCarriers } from '../shared/carriers';
import { Field } from '../shared/form/Field';
import { Section } from '../shared/form/FormPage';
import type { ContractForm } from '../shared/form/useContractForm';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { helps, labels, texts } from './texts';

type Pointer = keyof typeof labels;

function CarrierField({ form }: { form: ContractForm }) {
  const carriers = useCarriers();
  const input = form.form.getInputProps('/carrierId');
  return (
    <Select label={labels['/carrierId']} description={form.rules['/carrierId']?.help} withAsterisk data-path="/carrierId" data={carriers.data?.items.map((carrier) => ({ value: carrier.id, label: carrier.name })) ?? []} value={String(input.value) || null} onChange={(value) => input.onChange(value ?? '')} error={input.error} />
  );
}

/** While somebody types: what is recorded already of the same person, by the same category. */
function PossibleDuplicates({ form, selfId }: { form: ContractForm; selfId?: string | undefined }) {
  const { values } = form.form;
  const [npn] = useDebouncedValue(String(values['/subject/npn'] ?? '').trim(), 500);
  const [name] = useDebouncedValue(String(values['/subject/name'] ?? '').trim(), 500);
  const category = String(values['/primaryCategory'] ?? '');
  const isTelling = category !== '' && (npn.length > 3 || name.length > 3);
  const found = useQuery({
    queryKey: ['incidents', 'similar', npn, name, category],
    queryFn: ({ signal }) =>
      api.incidents.listIncidents({ category: category as ViolationCategory, ...(npn.length > 3 ? { subjectNpn: npn } : { q: name }), limit: 5 }, { signal }),
    enabled: isTelling,
    // It is a hint: where it cannot be had, the save tells as well.
    retry: false,
  });
  const others = (isTelling ? (found.data?.items ?? []) : []).filter((incident) => incident.id !== selfId);
  if (others.length === 0) return null;
  return (
    <Alert color="yellow" variant="outline" role="status" title={texts.duplicates}>
      <List size="sm">
        {others.map((incident) => (
          <List.Item key={incident.id}>
            <PathLink to={`/incidents/${incident.id}`}>{`${incident.reference}, ${incident.subject.name}`}</PathLink>
          </List.Item>
        ))}
      </List>
      {texts.duplicatesIntro}
    </Alert>
  );
}

/** The fields of an incident; those that hang on another one come with it, or when they hold something. */
export function IncidentFields({ form, selfId }: { form: ContractForm; selfId?: string }) {
  const { values, errors } = form.form;
  const field = (pointer: Pointer) => <Field form={form} pointer={pointer} label={labels[pointer]} help={helps[pointer]} />;
  const when = (wanted: boolean, pointer: Pointer) => {
    const value = values[pointer];
    const isFilled = Array.isArray(value) ? value.length > 0 : value !== '' && value !== null;
    return (wanted || isFilled || errors[pointer] !== undefined) && field(pointer);
  };
  const subjectType = values['/subject/type'];
  const categories = [values['/primaryCategory'], ...((values['/furtherCategories'] ?? []) as string[])];
  return (
    <>
      <Section legend={texts.sections.about}>
        <CarrierField form={form} />
        {field('/ownReference')}
        {field('/kind')}
        {field('/beneficiaryInteraction')}
      </Section>
      <Section legend={texts.sections.who}>
        {field('/subject/type')}
        {field('/subject/name')}
        {field('/subject/npn')}
        {(subjectType === 'SUBCONTRACTOR' || values['/subject/relationshipId'] !== '' || errors['/subject/relationshipId'] !== undefined) && (
          <RelationshipPicker form={form} pointer="/subject/relationshipId" label={labels['/subject/relationshipId']} none={shared.notStated} />
        )}
      </Section>
      <Section legend={texts.sections.when}>
        {field('/incidentDate')}
        {field('/incidentDateUnknown')}
        {field('/discoveryDate')}
        {field('/state')}
        {field('/channel')}
        {field('/source')}
        {when(values['/source'] === 'CTM', '/ctmNumber')}
        {field('/plan/contractNumber')}
        {field('/plan/pbp')}
        {field('/plan/year')}
      </Section>
      <Section legend={texts.sections.what}>
        {field('/primaryCategory')}
        {field('/furtherCategories')}
        {when(categories.includes('OTHER'), '/categoryOther')}
        {field('/citation')}
        {field('/severity')}
        {field('/beneficiariesAffected')}
        {field('/beneficiaryReference')}
        {field('/potentialHarm')}
        {field('/enrollmentAffected')}
        {field('/description')}
      </Section>
      <PossibleDuplicates form={form} selfId={selfId} />
      <Section legend={texts.sections.investigation}>
        {field('/investigation/status')}
        {field('/investigation/outcome')}
        {field('/investigation/startDate')}
        {field('/investigation/endDate')}
        {field('/investigation/rootCause')}
        {field('/lateReason')}
      </Section>
      <Section legend={texts.sections.evidence}>
        {field('/evidence/recordingReference')}
        {field('/evidence/consentCertificateReference')}
        {field('/evidence/documentReferences')}
      </Section>
    </>
  );
}
