/**
 * The schemas of JSON merge patches (RFC 7396), made of the drafts that they change: the same members, none required, and `null` clears those that
 * a draft may leave out. A source says `x-patch-of: RelationshipDraft`, and `x-without` for members that only a draft has; what else it says
 * stands, and members of its own come first. Within others a draft is patched by the patch that has no members of its own.
 */
const SCHEMAS = '#/components/schemas/';

export const makePatchSchemas = (root) => {
  const schemas = root.components.schemas;
  const drafts = new Map();
  for (const [name, { 'x-patch-of': draft }] of Object.entries(schemas)) if (draft && !(schemas[name].properties && drafts.has(draft))) drafts.set(draft, name);
  for (const [name, written] of Object.entries(schemas)) {
    const { 'x-patch-of': draftName, 'x-without': without = [], properties: own = {}, ...source } = written;
    if (!draftName) continue;
    const draft = schemas[draftName];
    if (!draft) throw new Error(`${name} is the patch of ${draftName}, which does not exist`);
    const missing = without.filter((member) => !(member in draft.properties));
    if (missing.length > 0) throw new Error(`${name} is without ${missing.join(', ')}, which ${draftName} has not`);
    const members = Object.entries(draft.properties).filter(([member]) => !without.includes(member));
    schemas[name] = {
      type: 'object',
      additionalProperties: false,
      ...source,
      properties: { ...own, ...Object.fromEntries(members.map(([member, schema]) => [member, patched(schema, draft.required?.includes(member) ?? false, drafts, schemas)])) },
    };
  }
};

/**
 * What takes its default when it is left out of a draft always has a value, so `null` clears it no more than what is required. A text of a form is
 * written out where it may be null: no generator reads a nullable reference to what is no type of its own.
 */
function patched({ default: preset, ...schema }, required, drafts, schemas) {
  if (schema.$ref) {
    const name = schema.$ref.slice(SCHEMAS.length);
    const patch = drafts.get(name);
    if (patch) return { $ref: SCHEMAS + patch };
    if (required) return schema;
    const text = schemas[name]?.type === 'string' && !schemas[name].enum;
    return text ? { ...schemas[name], nullable: true } : { allOf: [schema], nullable: true };
  }
  return required || preset !== undefined ? schema : { ...schema, nullable: true };
}
