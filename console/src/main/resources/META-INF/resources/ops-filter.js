// What the board is asked for: the query of the page's own address, so that a view can be kept, sent and gone back to.
export const FIELDS = ['state', 'metric', 'severity', 'category', 'queue', 'tier', 'owner', 'dueWithin'];

/** The filter in an address's query; what the board does not know is dropped. The value - asks for what has none. */
export function filterOf(search) {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(FIELDS.filter((field) => asked.has(field)).map((field) => [field, asked.get(field)]));
}

/** The query that asks for a filter, with its question mark, or nothing. */
export function queryOf(filter) {
  const query = new URLSearchParams(FIELDS.filter((field) => filter[field] !== undefined).map((field) => [field, filter[field]]));
  return query.size ? `?${query}` : '';
}

/** The filter of a link that the service gave with a figure. */
export function filterOfLink(link) {
  return filterOf(new URL(link, 'http://board').search);
}

/** Whether two filters ask for the same. */
export function same(one, other) {
  return queryOf(one) === queryOf(other);
}

/** Whether some case of a complaint could be in a filtered list. State and due time move with the clock, so they are not looked at. */
export function mayShow(filter, cases) {
  return cases.some((item) => ['metric', 'severity', 'category', 'queue', 'tier', 'owner']
    .every((field) => filter[field] === undefined || filter[field] === (item[field] ?? '-')));
}

/** Whole hours of a duration such as PT4H or P1D. */
export function hours(iso) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?)?$/.exec(iso) ?? [];
  return Number(parts[1] ?? 0) * 24 + Number(parts[2] ?? 0);
}
