import * as operations from './operations.js';
import * as problems from './problems.js';
import * as schemas from './schemas.js';

// Each rule sees the whole document, unresolved, and answers where it is broken.
const rule = (description, check) => ({ description, severity: 'error', given: '$', resolved: false, message: '{{error}}', then: { function: (contract) => check(contract) } });

export default {
  rules: {
    'upline-operation-id': rule('Every operation has a camelCase operationId.', operations.operationIdIsCamelCase),
    'upline-one-tag': rule('Every operation has exactly one tag, of those declared.', operations.oneDeclaredTag),
    'upline-says-what-it-does': rule('Every operation has a summary and a description.', operations.saysWhatItDoes),
    'upline-roles-or-anonymous': rule('Every operation names its roles, or is anonymous: never neither, never both.', operations.rolesOrAnonymous),
    'upline-closed-by-default': rule('Without a word about it, an operation demands an access token.', operations.closedByDefault),
    'upline-401-and-403': rule('Every secured operation declares 401 and 403.', operations.securedDeclares401And403),
    'upline-500-and-503': rule('Every operation declares 500 and 503.', operations.declaresFaultsOfTheServer),
    'upline-429': rule('Every operation declares 429.', operations.declares429),
    'upline-rate-cost': rule('An operation that takes or gives a file says as how many requests it counts.', operations.filesSayWhatTheyCost),
    'upline-errors-are-problems': rule('Every error is application/problem+json.', operations.errorsAreProblems),
    'upline-errors-have-examples': rule('Every error shows its problems.', problems.errorsHaveExamples),
    'upline-bodies-have-examples': rule('Every request and every success body has an example.', operations.bodiesHaveExamples),
    'upline-body-refusals': rule('An operation that reads a body declares 400, 413, 415 and 422.', operations.bodyDeclaresItsRefusals),
    'upline-406': rule('An operation that answers a body declares 406.', operations.answersDeclare406),
    'upline-404': rule('An operation on one resource declares 404.', operations.pathParameterDeclares404),
    'upline-paths': rule('Every path starts with /v1; collections are plural nouns; segments are kebab-case.', operations.pathsArePluralAndKebabCase),
    'upline-idempotency-key': rule('Every POST that creates or acts takes an Idempotency-Key and declares what comes of it.', operations.actsIdempotently),
    'upline-if-match': rule('Every change of something that exists takes If-Match and declares 412 and 428.', operations.changesNameTheVersion),
    'upline-conditional-reads': rule('If-None-Match, 304 and ETag come together.', operations.conditionalReads),
    'upline-paging': rule('Every list takes cursor and limit and answers nextCursor.', operations.listsArePaged),
    'upline-camel-case-members': rule('Members are camelCase.', schemas.propertiesAreCamelCase),
    'upline-pascal-case-schemas': rule('Schemas are PascalCase.', schemas.schemasArePascalCase),
    'upline-upper-snake-codes': rule('Codes are UPPER_SNAKE.', schemas.codesAreUpperSnake),
    'upline-codes-explained': rule('Every code says what it means.', schemas.codesAreExplained),
    'upline-unknown-members-refused': rule('Requests refuse unknown members.', schemas.requestsRefuseUnknownMembers),
    'upline-required-stated': rule('Objects say which members are required.', schemas.objectsSayWhatIsRequired),
    'upline-request-or-response': rule('An object is for requests or for responses.', schemas.requestAndResponseAreApart),
    'upline-formats': rule('Instants, dates and ids have their formats.', schemas.formatsFollowNames),
    'upline-number-formats': rule('Numbers have a format.', schemas.numbersHaveFormats),
    'upline-bounded-requests': rule('Texts and lists in requests have an upper bound.', schemas.requestsAreBounded),
    'upline-parameters-described': rule('Every parameter has a description and an example.', schemas.parametersAreDescribed),
    'upline-problems-in-catalogue': rule('Every problem shown is in the catalogue, with its title and status.', problems.problemExamplesAreInTheCatalogue),
    'upline-catalogue-shown': rule('Every problem of the catalogue is shown by an operation.', problems.everyProblemIsShown),
    'upline-catalogue-in-manual': rule("The manual's table and the catalogue agree.", problems.manualListsTheCatalogue),
  },
};
