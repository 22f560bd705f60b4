// Takes from the contract what the page must know before it asks: who may call which operation, and what the fields of
// its forms are. The results are not committed, so that they are never older than the contract.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** The request bodies that forms are made of. */
const FORMS = [
  'RelationshipDraft',
  'RelationshipEnd',
  'Voiding',
  'IncidentDraft',
  'DisciplinaryActionDraft',
  'BeneficiaryDraft',
  'AttestationStatement',
  'NilDeclaration',
  'Reason',
  'OptionalMessage',
  'TriageDecision',
  'FindingDraft',
  'PlanExtension',
  'PlanEvidenceDraft',
  'CmsExtractDraft',
  'AgencyDraft',
  'AgencyAdministrator',
  'AgencyProfileDraft',
  'ContractEnd',
  'ContractRenewal',
  'ReportingPolicyDraft',
  'InvitationDraft',
  'ServiceAccountDraft',
  'ServiceAccountCredentialDraft',
  'PublicKeyDraft',
  'AnnouncementPublication',
  'LegalHoldDraft',
  'LegalHoldRelease',
  'AnnouncementDraft',
  'ResourceSectionDraft',
  'ResourceDraft',
  'ResourceContentDraft',
  'IdentityProviderChange',
  'TeamMailboxChange',
  'RevealRequest',
  'FindingAnswerDraft',
];

const root = new URL('../../openapi.yaml', import.meta.url);
const target = new URL('../src/api/generated/', import.meta.url);
const contract = parse(await readFile(root, 'utf8'), { maxAliasCount: -1 });
const HEADER = '// Made from openapi.yaml by scripts/contract.mjs.\n';

const nameOf = (schema) => schema.$ref?.split('/').at(-1);
const resolve = (schema) => (schema.$ref ? resolve(contract.components.schemas[nameOf(schema)]) : schema);

function ruleOf(schema, required) {
  const own = resolve(schema);
  const item = own.type === 'array' ? resolve(own.items) : undefined;
  const codes = own.enum ? nameOf(schema) : item?.enum ? nameOf(own.items) : undefined;
  const kind = codes
    ? item ? 'codes' : 'code'
    : item ? 'texts'
    : own.type === 'boolean' ? 'yesNo'
    : own.type === 'integer' ? 'number'
    : own.format === 'date' ? 'date'
    : own.format === 'date-time' ? 'time'
    : own.format === 'password' ? 'secret'
    : own.format === 'uuid' ? 'id'
    : (own.maxLength ?? 0) > 300 ? 'longText'
    : 'text';
  const entries = { kind, required, codes, help: schema.description ?? (codes ? undefined : own.description), example: own.example,
    minLength: own.minLength, maxLength: own.maxLength ?? item?.maxLength, minimum: own.minimum, maximum: own.maximum, maxItems: own.maxItems };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== false));
}

function rulesOf(schema, at, inside, out) {
  const own = resolve(schema);
  for (const [name, member] of Object.entries(own.properties ?? {})) {
    const pointer = `${at}/${name}`;
    const held = resolve(member);
    const required = inside && (own.required ?? []).includes(name);
    if (held.properties) rulesOf(held, pointer, required, out);
    else if (held.type === 'array' && resolve(held.items).properties) rulesOf(held.items, `${pointer}/*`, true, out);
    else out[pointer] = ruleOf(member, required);
  }
  return out;
}

const access = {};
// How the trail's operations are called.
const operations = {};
// What a machine may be given: the scopes with their words, and what each lets it do in which role.
const { scopes: words } = contract.components.securitySchemes.serviceAccount.flows.clientCredentials;
const scopes = Object.fromEntries(Object.entries(words).map(([scope, label]) => [scope, { label: label.replace(/\.$/, ''), operations: [] }]));
for (const methods of Object.values(contract.paths)) {
  for (const operation of Object.values(methods)) {
    if (!operation?.operationId) continue;
    operations[operation.operationId] = operation.summary;
    if (!operation['x-roles']) continue;
    access[operation.operationId] = operation['x-roles'];
    for (const scope of (operation.security ?? []).flatMap((way) => way.serviceAccount ?? [])) {
      scopes[scope].operations.push({ summary: operation.summary, roles: operation['x-roles'] });
    }
  }
}

await mkdir(new URL('rules/', target), { recursive: true });
await writeFile(
  new URL('access.ts', target),
  `${HEADER}export const access = ${JSON.stringify(access)} as const;\nexport type Operation = keyof typeof access;\n`,
);
await writeFile(new URL('operations.ts', target), `${HEADER}export const operations: Readonly<Record<string, string>> = ${JSON.stringify(operations, null, 1)};\n`);
await writeFile(new URL('scopes.ts', target), `${HEADER}export const scopes: Readonly<Record<string, { label: string; operations: readonly { summary: string; roles: readonly string[] }[] }>> = ${JSON.stringify(scopes, null, 1)};\n`);
for (const name of FORMS) {
  const schema = contract.components.schemas[name];
  if (!schema) throw new Error(`The contract has no ${name}`);
  const rules = rulesOf(schema, '', true, {});
  await writeFile(new URL(`rules/${name}.ts`, target), `${HEADER}export const rules = ${JSON.stringify(rules, null, 1)} as const;\n`);
}
