import { Group, MultiSelect, NumberInput, PasswordInput, Radio, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCodes, type Codes } from '../codes';
import { instantOf, localTime } from '../format';
import { texts } from '../texts';
import type { ContractForm } from './useContractForm';
import type { Rule, Rules } from './values';

interface Props {
  form: ContractForm;
  pointer: string;
  label: string;
  /** Instead of the contract's own help. */
  help?: ReactNode;
  /** What can be chosen, where the contract's code list holds more, or none is named. */
  options?: { value: string; label: string }[];
}

const helpOf = (rule: Rule) => (rule.help ? rule.help.trim() : rule.example === undefined ? undefined : `Such as ${String(rule.example)}`);

const CODE = /`?\b([A-Z][A-Z_]{3,})\b`?/g;

/** The contract's help names codes; people know their words. */
function inWords(help: string | undefined, rules: Rules, codes: Codes): string | undefined {
  return help?.replace(CODE, (found: string, code: string) => {
    const list = Object.values(rules).find((rule) => rule.codes && codes.label(rule.codes, code) !== code)?.codes;
    return list ? `“${codes.label(list, code)}”` : found;
  });
}

/** One field of a form, in the way that the contract says what it holds. */
export function Field({ form: { form, rules }, pointer, label, help, options }: Props) {
  const codes = useCodes();
  const rule = rules[pointer] as Rule;
  const input = form.getInputProps(pointer);
  const common = { label, description: help ?? inWords(helpOf(rule), rules, codes), withAsterisk: rule.required ?? false, 'data-path': pointer, error: input.error as ReactNode };
  const choices = options ?? codes.options(rule.codes ?? '');
  switch (options && rule.kind === 'texts' ? 'codes' : options && rule.kind === 'id' ? 'code' : rule.kind) {
    case 'code':
      return (
        <Select {...input} {...common} value={(input.value as string) || null} onChange={(value) => input.onChange(value ?? '')} data={choices} searchable allowDeselect={false} clearable={!rule.required} clearButtonProps={{ 'aria-label': `${label}: ${texts.notStated}` }} />
      );
    case 'codes':
      return <MultiSelect {...input} {...common} data={choices} searchable clearable clearButtonProps={{ 'aria-label': `${label}: ${texts.notStated}` }} />;
    case 'texts':
      return <TagsInput {...input} {...common} splitChars={[';', '\n']} acceptValueOnBlur clearable={false} {...(rule.maxItems ? { maxTags: rule.maxItems } : {})} />;
    case 'yesNo':
      return (
        <Radio.Group {...common} value={input.value === null ? '' : String(input.value)} onChange={(value) => input.onChange(value === '' ? null : value === 'true')}>
          <Group mt={4}>
            <Radio value="true" label={texts.yes} />
            <Radio value="false" label={texts.no} />
            {!rule.required && <Radio value="" label={texts.notStated} />}
          </Group>
        </Radio.Group>
      );
    case 'number':
      return <NumberInput {...input} {...common} allowDecimal={false} hideControls {...(rule.minimum === undefined ? {} : { min: rule.minimum })} {...(rule.maximum === undefined ? {} : { max: rule.maximum })} />;
    case 'longText':
      return <Textarea {...input} {...common} autosize minRows={3} maxRows={14} maxLength={rule.maxLength} />;
    case 'time':
      return <TextInput {...common} type="datetime-local" value={localTime(input.value as string)} onChange={(event) => input.onChange(instantOf(event.currentTarget.value))} />;
    case 'secret':
      return <PasswordInput {...input} {...common} autoComplete="off" maxLength={rule.maxLength} visibilityToggleButtonProps={{ 'aria-label': texts.showSecret }} />;
    default:
      return <TextInput {...input} {...common} type={rule.kind === 'date' ? 'date' : 'text'} maxLength={rule.maxLength} />;
  }
}
