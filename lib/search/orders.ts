/** The orders in which the list of articles can be sorted. Each one's label is the text `order_ID` of `_locales`. */
export const ORDER_IDS = ['relevance', 'saved', 'published'] as const;

export type OrderId = (typeof ORDER_IDS)[number];

/** The orders that do not depend on searched words. */
export const LIST_ORDERS = ORDER_IDS.filter((id) => id !== 'relevance');
