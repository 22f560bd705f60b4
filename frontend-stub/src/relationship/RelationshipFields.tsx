import { Field } from '../shared/form/Field';
import { Section } from '../shared/form/FormPage';
import type { ContractForm } from '../shared/form/useContractForm';
import { RelationshipPicker } from './RelationshipPicker';
import { helps, labels, texts } from './texts';

type Pointer = keyof typeof labels;

/** The fields of a relationship; those that hang on another one come with it, or when they hold something. */
export function RelationshipFields({ form }: { form: ContractForm }) {
  const { values, errors } = form.form;
  const field = (pointer: Pointer) => <Field form={form} pointer={pointer} label={labels[pointer]} help={helps[pointer]} />;
  const when = (wanted: boolean, pointer: Pointer) => {
    const value = values[pointer];
    const isFilled = Array.isArray(value) ? value.length > 0 : value !== '' && value !== null;
    return (wanted || isFilled || errors[pointer] !== undefined) && field(pointer);
  };
  const functions = (values['/functions'] ?? []) as string[];
  const isOffshore = values['/offshore'] === true;
  return (
    <>
      <Section legend={texts.sections.entity}>
        {field('/legalName')}
        {field('/tradeNames')}
        {field('/entityType')}
        {when(values['/entityType'] === 'OTHER', '/entityTypeOther')}
        {field('/npn')}
        {field('/ein')}
        {field('/licensedProducer')}
        {field('/ownReference')}
        <RelationshipPicker form={form} pointer="/upstreamId" label={labels['/upstreamId']} none={texts.agency} />
      </Section>
      <Section legend={texts.sections.work}>
        {field('/functions')}
        {when(functions.includes('LEAD_GENERATION'), '/leadChannels')}
        {field('/websites')}
        {field('/phoneNumbers')}
        {field('/statesServed')}
        {field('/products')}
        {field('/recordsCalls')}
      </Section>
      <Section legend={texts.sections.address}>
        {field('/address/line1')}
        {field('/address/line2')}
        {field('/address/city')}
        {field('/address/state')}
        {field('/address/zip')}
        {field('/address/country')}
      </Section>
      <Section legend={texts.sections.contact}>
        {field('/contact/name')}
        {field('/contact/title')}
        {field('/contact/email')}
        {field('/contact/phone')}
      </Section>
      <Section legend={texts.sections.terms}>
        {field('/agreementDate')}
        {field('/compensationBasis')}
        {when(values['/compensationBasis'] === 'OTHER', '/compensationOther')}
        {field('/sharesBeneficiaryData')}
        {when(values['/sharesBeneficiaryData'] === true, '/consentMethod')}
      </Section>
      <Section legend={texts.sections.offshore}>
        {field('/offshore')}
        {when(isOffshore, '/offshoreDetails/country')}
        {when(isOffshore, '/offshoreDetails/function')}
        {when(isOffshore, '/offshoreDetails/phiTouched')}
        {when(isOffshore, '/offshoreDetails/attestationReference')}
      </Section>
      <Section legend={texts.sections.dates}>
        {field('/startDate')}
        {field('/knownOn')}
        {when(false, '/endDate')}
        {when(false, '/endReason')}
      </Section>
    </>
  );
}
