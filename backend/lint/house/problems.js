import { deref, isError, mediaTypesOf, operationsOf } from './contract.js';
import { NOT_AN_OPERATIONS_PROBLEM, stale } from './exemptions.js';

const PREFIX = 'urn:upline:problem:';

/** Every problem that an operation shows as an example, with the status it stands under. */
const shown = (contract) =>
  operationsOf(contract).flatMap(({ operation, at }) =>
    Object.entries(operation.responses ?? {})
      .filter(([status]) => isError(status))
      .flatMap(([status, response]) =>
        mediaTypesOf(contract, response, [...at, 'responses', status]).flatMap(({ media, at: path }) =>
          Object.values(media.examples ?? {}).map((example) => ({ status, problem: deref(contract, example)?.value ?? {}, path })),
        ),
      ),
  );

export const problemExamplesAreInTheCatalog = (contract) => {
  const catalog = new Map((contract['x-problem-catalog'] ?? []).map((entry) => [entry.type, entry]));
  return shown(contract).filter(({ problem }) => problem.error === undefined).flatMap(({ status, problem, path }) => {
    const entry = catalog.get(problem.type);
    if (!entry) return [{ message: `${problem.type} is not in x-problem-catalog`, path }];
    const agrees = entry.title === problem.title && entry.status === problem.status && String(entry.status) === status;
    return agrees ? [] : [{ message: `${problem.type} is shown with another title or status than x-problem-catalog has`, path }];
  });
};

export const errorsHaveExamples = (contract) =>
  operationsOf(contract).flatMap(({ operation, at }) =>
    Object.entries(operation.responses ?? {})
      .filter(([status]) => isError(status))
      .flatMap(([status, response]) =>
        mediaTypesOf(contract, response, [...at, 'responses', status])
          .filter(({ media }) => Object.keys(media.examples ?? {}).length === 0)
          .map(({ at: path }) => ({ message: `${status} shows no problem`, path })),
      ),
  );

export const everyProblemIsShown = (contract) => {
  const types = new Set(shown(contract).map(({ problem }) => problem.type));
  const names = (contract['x-problem-catalog'] ?? []).map((entry) => entry.type.replace(PREFIX, ''));
  return [
    ...names
      .map((name, i) => [name, i])
      .filter(([name]) => !types.has(PREFIX + name) && !(name in NOT_AN_OPERATIONS_PROBLEM))
      .map(([name, i]) => ({ message: `no operation shows ${name}`, path: ['x-problem-catalog', i] })),
    ...stale(NOT_AN_OPERATIONS_PROBLEM, names, 'NOT_AN_OPERATIONS_PROBLEM'),
  ];
};
