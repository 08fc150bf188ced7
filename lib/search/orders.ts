/** The orders of the collection's list. An order's label is the sentence `order_ID`. */
export const ORDER_IDS = ['relevance', 'saved', 'published'] as const;

export type OrderId = (typeof ORDER_IDS)[number];

/** The orders that do not depend on searched words. */
export const LIST_ORDERS = ORDER_IDS.filter((id) => id !== 'relevance');
