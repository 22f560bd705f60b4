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
    'upline-closed-by-default': rule('Without a word about it, an operation demands the session of a person.', operations.closedByDefault),
    'upline-security': rule('Every operation says how one shows who one is: a person, a machine with which scope, or nobody.', operations.saysHowOneShowsWhoOneIs),
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
    'upline-paths': rule('Every path starts with /v1; collections and lists are plural nouns; segments are kebab-case.', operations.pathsArePluralAndKebabCase),
    'upline-one-way-to-remove': rule('What goes is deleted; no path ends with remove.', operations.removesInOneWay),
    'upline-files': rule('A file made of a list is exported, a file that there is is downloaded.', operations.filesAreExportedOrDownloaded),
    'upline-idempotency-key': rule('Every POST that creates or acts takes an Idempotency-Key and declares what comes of it.', operations.actsIdempotently),
    'upline-if-match': rule('Every change of something that exists requires If-Match and declares 412 and 428.', operations.changesNameTheVersion),
    'upline-conditional-reads': rule('If-None-Match, 304 and ETag come together.', operations.conditionalReads),
    'upline-paging': rule('Every list takes cursor and limit and answers nextCursor.', operations.listsArePaged),
    'upline-camel-case-members': rule('Members are camelCase.', schemas.propertiesAreCamelCase),
    'upline-pascal-case-schemas': rule('Schemas are PascalCase.', schemas.schemasArePascalCase),
    'upline-upper-snake-codes': rule('Codes are UPPER_SNAKE.', schemas.codesAreUpperSnake),
    'upline-codes-once': rule('A code list, and a form that texts have, stands once and is referred to.', schemas.codesStandOnce),
    'upline-codes-explained': rule('Every code says what it means.', schemas.codesAreExplained),
    'upline-steps-have-operations': rule('Every list of steps that is offered says which operations take them.', schemas.stepsNameTheirOperation),
    'upline-unknown-members-refused': rule('Requests refuse unknown members.', schemas.requestsRefuseUnknownMembers),
    'upline-required-stated': rule('Objects say which members are required.', schemas.objectsSayWhatIsRequired),
    'upline-request-or-response': rule('An object is for requests or for responses.', schemas.requestAndResponseAreApart),
    'upline-formats': rule('Instants, dates and ids have their formats.', schemas.formatsFollowNames),
    'upline-number-formats': rule('Numbers have a format.', schemas.numbersHaveFormats),
    'upline-bounded-requests': rule('Texts and lists in requests have an upper bound.', schemas.requestsAreBounded),
    'upline-parameters-described': rule('Every parameter has a description, and an example just where it is required or a header.', schemas.parametersAreDescribed),
    'upline-problems-in-catalog': rule('Every problem shown is in the catalog, with its title and status.', problems.problemExamplesAreInTheCatalog),
    'upline-catalog-shown': rule('Every problem of the catalog is shown by an operation.', problems.everyProblemIsShown),
  },
};
