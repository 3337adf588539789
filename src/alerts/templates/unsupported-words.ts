// Words that Prometheus reads in templates and Headroom does not, so that a refusal can say which of the two it is.

/** @see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/ and text/template of Go */
export const UNSUPPORTED_WORDS: ReadonlySet<string> = new Set(
  [
    "query first label value strvalue sortByLabel args tmpl safeHtml",
    "title toUpper toLower reReplaceAll match stripPort stripDomain graphLink tableLink pathPrefix externalURL",
    "humanizeTimestamp toTime toDuration now parseDuration urlQueryEscape",
    "and or not len index slice print println html js urlquery call",
    "range with define template block break continue true false nil",
  ].flatMap((line) => line.split(" ")),
);
