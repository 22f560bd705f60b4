// What is there on a server, as one person sees it: ids and other names for the paths and filters of the reads.
import { isId, readsOf } from './view.mjs';

/** Of so many things of a kind one has what is asked for, or none. */
const MOST_TRIED = 40;

/** What goes by another name in a list than where it is asked for. */
const OTHER_NAMES = { rootId: 'relationshipId', upstreamId: 'relationshipId', undisclosedTo: 'carrierId', assigneeId: 'userId', objectId: 'incidentId' };

/** Numbers that name something which must be there. */
const NAMING_NUMBERS = new Set(['revision']);

/** `actionItems` hold what is called `actionItemId`, and `carrier` what is called `carrierId`. */
const idOfOneOf = (name) => `${name.replace(/s$/, '')}Id`;

function namesIn(answer, idName, found) {
  if (Array.isArray(answer)) answer.forEach((item) => namesIn(item, idName, found));
  else if (answer !== null && typeof answer === 'object') {
    for (const [name, value] of Object.entries(answer)) {
      if (typeof value === 'object') namesIn(value, name === 'items' ? idName : idOfOneOf(name), found);
      else if (value !== null) found(name === 'id' ? idName : name, value);
    }
  }
}

const filled = (path, values) => path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));

export class Things {
  #reads;
  #get;
  #names = new Map();

  /** @param get asks for an address as this person, and answers `{ status, json }` */
  constructor(contract, role, get) {
    this.#reads = readsOf(contract, role);
    this.#get = get;
  }

  /** Reads every list that things are named in, and then what stands beneath them. */
  async look() {
    for (const depth of [0, 1, 2]) {
      for (const [path, operation] of this.#reads.filter(([each]) => each.split('{').length - 1 === depth)) {
        const beneath = this.#reads.map(([each]) => each).find((each) => each.startsWith(`${path}/{`));
        if (depth > 0 && !beneath) continue;
        const idName = beneath ? /^\/\{(\w+)\}/.exec(beneath.slice(path.length))[1] : idOfOneOf(path.split('/').at(-1));
        for (const values of this.#combinations(path, operation)) {
          const { json } = await this.#get(filled(path, values));
          namesIn(json, idName, (name, value) => this.#names.set(name, (this.#names.get(name) ?? new Set()).add(value)));
        }
      }
    }
  }

  /** What there is of this name; of numbers the contract's example or the least. */
  #candidates(parameter) {
    const { name, example, schema } = parameter;
    if (schema.type === 'integer') return [example ?? schema.minimum ?? 1];
    return [...(this.#names.get(name) ?? this.#names.get(OTHER_NAMES[name]) ?? [])];
  }

  #combinations(path, { parameters }) {
    return parameters
      .filter((parameter) => parameter.in === 'path')
      .reduce((all, parameter) => all.flatMap((values) => this.#candidates(parameter).map((value) => ({ ...values, [parameter.name]: value }))), [{}])
      .slice(0, MOST_TRIED);
  }

  /** For each operation what it has an answer for, by the name of the parameter; nothing for one that has none. */
  async values() {
    const all = new Map();
    for (const [path, operation] of this.#reads) {
      const values = await this.#valuesFor(path, operation);
      if (values) all.set(operation.operationId, values);
    }
    return all;
  }

  async #valuesFor(path, operation) {
    const query = operation.parameters.filter((parameter) => parameter.in === 'query');
    const known = (parameters) =>
      Object.fromEntries(parameters.map((each) => [each.name, this.#candidates(each)[0] ?? each.example]).filter(([, value]) => value !== undefined));
    const required = known(query.filter((parameter) => parameter.required));
    const ids = known(query.filter((each) => isId(each) || NAMING_NUMBERS.has(each.name)));
    for (const path_ of this.#combinations(path, operation)) {
      // Some who may have to say of which carrier, where others need not: the contract tells it in words.
      for (const asked of [required, { ...required, ...ids }]) {
        const { status } = await this.#get(`${filled(path, path_)}?${new URLSearchParams(asked)}`);
        if (status === 200) return { ...ids, ...asked, ...path_, needed: new Set(Object.keys(asked)) };
      }
    }
    return undefined;
  }
}
