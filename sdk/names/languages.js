// How the public names are found in what is generated for each language: line by line, since generated code is laid out alike throughout.
//   type         a line that begins a type       members      lines that begin a member of the type that began last
//   ownedMember  a member that names its type    outside      what stands outside of types
//   plumbing     members that every type has, or that only repeat another
export const LANGUAGES = {
  typescript: {
    folder: 'src',
    extension: '.ts',
    leaveOut: /runtime\.ts$/,
    type: /^export (?:abstract )?(?:class|interface|const|type) (\w+)/,
    members: [/^    (?:async )?(\w+)\??(?:: |\(.*\{$)/, /^  (?:readonly |get )?(\w+)\??(?:: |\(.*\{$)/, /^    readonly (\w+): /],
    outside: /^export (?:async )?function\*? (\w+)/,
    plumbing: /^(constructor|if|for|switch|return|\w+Raw|\w+RequestOpts)$/,
  },
  java: {
    folder: 'src/main/java',
    extension: '.java',
    leaveOut: /(JSON|Pair|RFC3339\w+|Configuration|Server\w+|ApiClient|RetryingHttpClient|ServiceAccountToken)\.java$/,
    type: /^public (?:final )?(?:class|enum|interface) (\w+)/,
    members: [/^  public (?!class|enum|interface)[^=;]*? (\w+)\(/, /^ {2}([A-Z][A-Z0-9_]*)\("/, /^  public (?:static )?(?:final )?(?:class|interface) (\w+)/],
    plumbing: /^(equals|hashCode|toString|toUrlQueryString|fromValue|builder|toBuilder|build|newBuilder|downloadFileFromResponse|add[A-Z]\w*Item|put[A-Z]\w*Item|\w+_JsonNullable|\w+WithHttpInfo|set[A-Z]\w*)$/,
  },
  python: {
    folder: 'upline_client',
    extension: '.py',
    leaveOut: /(rest|api_client|configuration|api_response|__init__)\.py$/,
    type: /^class ([A-Za-z]\w*)/,
    members: [/^    def ([a-z]\w*)\(/, /^    ([a-z]\w*): /, /^    ([A-Z][A-Z0-9_]*) = /],
    outside: /^def ([a-z]\w*)\(/,
    plumbing: /^(to_str|to_json|to_dict|from_json|from_dict|model_config|additional_properties|\w+_with_http_info|\w+_without_preload_content)$/,
  },
  csharp: {
    folder: 'src/Upline.Client',
    extension: '.cs',
    leaveOut: /Client\/Client\/(?!Upline|Transfers|ProblemException)/,
    type: /^    public (?:static |sealed |abstract |partial )*(?:class|enum|interface) (\w+)/,
    members: [/^        public [^=;(]*?(\w+)(?: \{ get|$)/, /^        public [^=;]*? (\w+)(?:<\w+>)?\(/, /^        ([A-Z]\w*) = \d+/, /^        \S+ ([A-Z]\w*)\(.*\);/],
    plumbing: /^(Equals|GetHashCode|ToString|ToJson|ShouldSerialize\w+|\w+WithHttpInfo|\w+Async|this|GetBasePath|Dispose|ExceptionFactory|Configuration|Client|AsynchronousClient|ApiClient)$/,
  },
  go: {
    folder: '',
    extension: '.go',
    leaveOut: /(client|configuration|response|utils)\.go$/,
    type: /^type ([A-Z]\w*) /,
    members: [/^\t([A-Z]\w*) [^=]+$/],
    ownedMember: /^func \(\w+ \*?([A-Z]\w*(?:Service|Problem\w*|Upline|Request))\) ([A-Z]\w*)\(/,
    outside: /^(?:func ([A-Z]\w*)[([]|\t([A-Z][A-Z0-9_]+) \w+ = ")/,
    plumbing: /^(Execute|\w+Execute|ApiService)$/,
  },
  kotlin: {
    folder: 'src/main/kotlin',
    extension: '.kt',
    leaveOut: /infrastructure\//,
    type: /^(?:data |enum |open |sealed )*(?:class|interface|object) (\w+)/,
    members: [/^    (?:@\S+ )*(?:val|var) (\w+): /, /^    (?:suspend )?fun (\w+)\(/, /^    (?:@\S+(?: = "[^"]*"\))? )*([A-Z][A-Z0-9_]*)\("/],
    outside: /^fun (?:<[^>]*> )?(?:\w+\.)?(\w+)\(/,
    plumbing: /^(RENEWED_BEFORE|encode|decode|decodeOrNull|\w+WithHttpInfo|\w+RequestConfig)$/,
  },
};
